<?php
// differential: Handlers of pcntl, and dispositions at the start.
// exit: 0
foreach ([SIGHUP, SIGINT, SIGPIPE, SIGUSR1, SIGTERM, SIGCHLD] as $number) echo $number, ' ', var_export(pcntl_signal_get_handler($number), true), "\n";
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn ($number, $info) => print("got $number\n"));
posix_kill(posix_getpid(), SIGUSR1);
pcntl_sigprocmask(SIG_BLOCK, [SIGUSR2], $before);
var_dump($before, pcntl_async_signals(), preg_match_all('/^(Sig(?:Pnd|Blk|Ign|Cgt):\s*\w+)/m', file_get_contents('/proc/self/status'), $found), $found[1]);
