<?php
// differential: A server and a client on loopback, stream_select between them.
// exit: 0
$server = stream_socket_server('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
$peer = stream_socket_accept($server);
fwrite($client, "hello\n");
$read = [$peer];
$write = $except = null;
var_dump(stream_select($read, $write, $except, 2), fgets($peer));
var_dump(@stream_socket_client('tcp://127.0.0.1:1', $number, $text), $number, $text);
[$one, $two] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($one, 'pair');
fclose($one);
var_dump(stream_get_contents($two));
