# differential: A syntax error far down: what stands before it has run.
# exit: 2
echo "before"
if true; then
    echo "never"
done
