# differential: Background jobs, wait, $!, and job control that is off.
# exit: 0
sleep 0.5 & first=$!
(sleep 0.3; exit 4) & second=$!
jobs | sed 's/  */ /g'
wait "$second"; echo $?
wait "$first"; echo $?
coproc CAT { cat; }
echo "through a coprocess" >&"${CAT[1]}"
read -r line <&"${CAT[0]}"
echo "$line"
coprocess=$CAT_PID
kill "$coprocess"
wait "$coprocess" 2>/dev/null; echo $?
fg; echo $?
case $- in *m*) echo "job control" ;; *) echo "none" ;; esac
