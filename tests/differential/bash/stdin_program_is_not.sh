# differential: The program is not read from standard input, and select asks there.
# stdin: "2\nwrong\n1\n"
# exit: 0
PS3='which? '
select word in apple pear; do
    echo "$REPLY: ${word:-nothing}"
    [ "$word" = apple ] && break
done
