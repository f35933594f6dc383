<?php
// differential: exec, system, proc_open, popen, and another php.
// exit: 0
exec('echo one; echo two; exit 3', $lines, $code);
var_dump($lines, $code, system('exit 4', $code), $code, escapeshellarg("it's"), shell_exec('exit 1'));
$child = proc_open(['cat'], [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes, '/tmp', ['A' => 'b']);
fwrite($pipes[0], 'through cat');
fclose($pipes[0]);
var_dump(stream_get_contents($pipes[1]), proc_close($child));
passthru(escapeshellarg(PHP_BINARY) . ' -r ' . escapeshellarg('var_dump($argv, PHP_BINARY, ini_get("memory_limit"));') . ' -- a b');
pcntl_exec('/bin/sh', ['-c', 'echo replaced; exit 0']);
