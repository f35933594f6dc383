# differential: Pipelines: their codes, lastpipe, and time.
# exit: 0
true | false | (exit 3) | true
echo "${PIPESTATUS[*]} $?"
echo one | read -r lost; echo "<$lost>"
shopt -s lastpipe
echo two | read -r kept; echo "<$kept>"
seq 100000 | head -n 2
echo "${PIPESTATUS[1]}"
TIMEFORMAT='time is told'
time true
