# differential: exit with something that is no number.
# exit: 2
echo before
exit many
