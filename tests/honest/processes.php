<?php
// expect: ok
// prints: 3 banana cherry 5d41402abc4b2a76b9719d911017c592 日本
$process = proc_open(["sort"], [["pipe", "r"], ["pipe", "w"]], $pipes);
fwrite($pipes[0], "cherry\nbanana\napple\n");
fclose($pipes[0]);
$words = explode("\n", trim(stream_get_contents($pipes[1])));
proc_close($process);
file_put_contents("/tmp/list", implode(",", $words), LOCK_EX);
echo count(explode(",", file_get_contents("/tmp/list"))), " $words[1] $words[2] ", md5("hello"), " ", mb_substr("日本語", 0, 2), "\n";
