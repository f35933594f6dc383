# differential: A signal to itself with its default action.
# signal: SIGTERM
trap 'echo "EXIT trap"' EXIT
echo before
kill -TERM $$
sleep 5
