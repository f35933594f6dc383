# differential: errexit, nounset, pipefail and the ERR trap.
# exit: 3
set -eEuo pipefail
trap 'echo "ERR in line $LINENO: $BASH_COMMAND -> $?"' ERR
trap 'echo "EXIT $?"' EXIT
false || echo "tested"
if ! false; then echo "negated"; fi
fail() { (exit 3); }
echo "$(echo inner; false)" "continues"
true | fail
echo "never"
