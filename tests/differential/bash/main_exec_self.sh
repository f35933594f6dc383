# differential: A program that runs itself once more.
# exit: 0
if [ $# -eq 0 ]; then
    echo "first $SHLVL"
    exec "$BASH" "$0" again
fi
echo "second $SHLVL $*"
