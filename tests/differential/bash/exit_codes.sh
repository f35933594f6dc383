# differential: exit in subshells, functions and traps: the last one counts.
# exit: 9
trap 'echo "trap sees $?"; exit 9' EXIT
(exit 5); echo $?
code() { return 6; }; code; echo $?
echo | { exit 7; }; echo $?
$(exit 8); echo $?
exit 300
