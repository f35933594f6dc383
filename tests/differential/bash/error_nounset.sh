# differential: An unset variable with nounset.
# exit: 1
set -u
echo "${known:-default}"
echo "$unknown"
echo "never"
