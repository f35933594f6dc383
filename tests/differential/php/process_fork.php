<?php
// differential: fork, wait, and who runs the end.
// exit: 0
register_shutdown_function(function () use (&$who) { echo "end of $who\n"; });
$who = 'parent';
if (($child = pcntl_fork()) === 0) {
    $who = 'child';
    var_dump(posix_getppid() !== getmypid());
    exit(5);
}
pcntl_waitpid($child, $status);
var_dump(pcntl_wexitstatus($status), pcntl_wait($status), pcntl_strerror(pcntl_get_last_error()));
