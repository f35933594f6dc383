# differential: No functions, aliases, traps, jobs, or hashed commands at the start.
# exit: 0
declare -F
alias
trap -p
jobs
hash
set -o
shopt
