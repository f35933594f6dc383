<?php
// differential: Output buffers: nested, with callbacks, flushed at the end.
// exit: 0
var_dump(ob_get_level(), ob_get_status(), ob_list_handlers(), ini_get('output_buffering'), ini_get('implicit_flush'));
ob_start(fn ($text) => strtoupper($text));
echo "shouted\n";
ob_start();
echo 'kept';
$kept = ob_get_clean();
ob_end_flush();
echo strlen($kept), "\n";
ob_start(fn ($text) => "[at the end: $text]\n");
echo 'left open';
