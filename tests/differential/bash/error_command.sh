# differential: Commands that do not exist, are folders, or may not be run.
# exit: 127
no-such-command
echo $?
/work
echo $?
./main.sh
echo $?
nope || no-such-command-at-the-end
