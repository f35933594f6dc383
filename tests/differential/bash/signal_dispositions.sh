# differential: No signal is trapped or blocked, as the kernel and trap see it.
# exit: 0
trap
while read -r line; do case $line in Sig[PBI]*) echo "$line" ;; esac; done < /proc/$$/status
grep -E '^(SigBlk|SigIgn)' /proc/self/status
trap -l
