# differential: A quote that is never closed.
# exit: 2
echo "first"
echo "never closed
