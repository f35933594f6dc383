# differential: Seeded RANDOM is fixed, unseeded differs, in subshells too.
# exit: 0
RANDOM=42
echo $RANDOM $RANDOM $((SRANDOM >= 0))
for n in 1 2 3 4; do bash -c 'echo $RANDOM-$RANDOM'; done | sort -u | wc -l
for n in 1 2 3 4; do (echo "$RANDOM-$RANDOM-$RANDOM"); done | sort -u | wc -l
