# differential: Output of builtins, children and subshells keeps its order.
# exit: 0
exec 2>&1
echo one
ls /absent
(echo two; echo three >&2)
/bin/echo four
printf '%s\n' five
{ echo six; } | cat
wait
echo seven
