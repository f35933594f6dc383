# differential: The libraries that are mapped at the start.
# exit: 0
grep -o '/.*$' /proc/$$/maps | sort -u
