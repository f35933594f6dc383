# differential: Writing to a closed stdout is an error of the builtin.
# exit: 0
# stdout: ""
exec 1>&-
echo lost
echo "status $?" >&2
