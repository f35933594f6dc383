# differential: Times of fixed moments in the zone of TZ.
# env: {"TZ": "XST-3:30"}
# exit: 0
printf '%(%F %T %Z)T\n' 0 1700000000
TZ=UTC printf '%(%F %T %Z)T\n' 0
date -d @0 +%c
