# expect: ok
# prints: 10 3 line two caught
set -euo pipefail
declare -A counts=([a]=1 [b]=2)
total=0
for part in 1 2 3 4; do echo "$part"; done >parts
while read -r part; do total=$((total + part)); done <parts
sleep 0.05 &
sleep 0.05 &
wait
second=$(sed -n 2p <<'TEXT'
line one
line two
TEXT
)
trap 'caught=caught' USR1
kill -USR1 $$
echo "$total $((counts[a] + counts[b])) $second $caught"
