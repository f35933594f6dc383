# differential: The exit code is that of the last command.
# exit: 3
echo "last"
(exit 3)
