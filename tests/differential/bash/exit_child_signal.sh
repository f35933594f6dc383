# differential: Codes and messages of children that end by signals.
# exit: 139
exec 2> said
for name in TERM KILL INT PIPE ABRT; do
    bash -c "kill -$name \$\$"
    echo "$name $?"
done
bash -c 'kill -SEGV $$'
code=$?
sed 's/  *[0-9][0-9]* / N /' said
exit "$code"
