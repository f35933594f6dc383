# differential: Traps of signals, DEBUG and RETURN, and their inheritance.
# exit: 0
trap 'echo "got USR1 in line $LINENO"' USR1
trap '' USR2
kill -USR1 $$
kill -USR2 $$
(trap -p; kill -USR1 "$BASHPID"; echo "subshell was killed?")
echo "status $?"
trap 'echo "debug: $BASH_COMMAND"' DEBUG
value=1
trap - DEBUG
work() { trap 'echo "returns"' RETURN; echo "in work"; }
work
