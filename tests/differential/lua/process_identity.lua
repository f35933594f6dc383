-- differential: Session, group, parent, mask, limits, as a child of the program sees them.
-- exit: 0
io.stdout:setvbuf("no")
os.execute([[set -- $(cat /proc/$PPID/stat); echo $2 $(($6 == PPID)) $(($5 == PPID)) $4 $7; umask; ulimit -n -s -c; pwd; ls -l /proc/$PPID/fd | sed -n 's/.* \([0-9]* -> [a-z/.]*\).*/\1/p']])
