<?php
// differential: A signal to itself with its default action.
// signal: SIGTERM
echo "before\n";
posix_kill(getmypid(), 15);
sleep(5);
