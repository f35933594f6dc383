# differential: POSIXLY_CORRECT starts in another mode.
# env: {"POSIXLY_CORRECT": "1"}
# exit: 0
set -o | grep posix
echo "$SHELLOPTS"
