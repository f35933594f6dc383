# differential: What builtins say when they are used wrongly.
# exit: 0
cd /absent; echo $?
kill -9 nobody; echo $?
test 1 -eq x; echo $?
[ 1 -eq; echo $?
let 1+; echo $?
shift 5; echo $?
local x; echo $?
return 3; echo $?
break; echo $?
type nothing; echo $?
printf '%d\n' abc; echo $?
wait 99999; echo $?
exit_code() { return 300; }; exit_code; echo $?
