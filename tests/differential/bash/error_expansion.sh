# differential: Errors of expansions, arithmetic and read-only variables.
# exit: 0
readonly fixed=1
(fixed=2; echo never)
echo $?
(echo $((1 / 0)); echo never)
echo $?
(echo "${name:?must be set}")
echo $?
echo $((08)) ; echo "after $?"
declare -i number=text+1; echo "$number"
unset fixed
fixed=3
echo "goes on with $fixed"
