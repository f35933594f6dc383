# differential: PS4, and tracing to a descriptor of its own.
# env: {"PS4": "+${LINENO}: "}
# exit: 0
exec 5>trace
BASH_XTRACEFD=5
set -x
value=$((1 + 2))
[[ $value -eq 3 ]] && echo "yes" "two words"
set +x
exec 5>&-
cat trace
