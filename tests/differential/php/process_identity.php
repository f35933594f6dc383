<?php
// differential: Session, group, parent, users, limits, descriptors.
// exit: 0
var_dump(posix_getsid(0) === getmypid(), posix_getpgrp() === getmypid(), posix_getppid(), posix_getuid() === posix_geteuid(), posix_getcwd(), umask(), posix_getrlimit()['soft openfiles'], pcntl_getpriority(), posix_ttyname(1), posix_isatty(0));
echo str_replace("\0", ' ', file_get_contents('/proc/self/cmdline')), "\n", file_get_contents('/proc/self/comm'), readlink('/proc/self/exe'), "\n", cli_get_process_title(), "\n";
foreach (scandir('/proc/self/fd') as $name) if (is_numeric($name)) echo $name, ' ', preg_replace('/\d+/', 'N', (string) @readlink("/proc/self/fd/$name")), "\n";
