<?php
// differential: The three streams: numbers, kinds, settings.
// exit: 0
foreach ([STDIN, STDOUT, STDERR] as $stream) {
    var_dump($stream, stream_get_meta_data($stream), stream_isatty($stream), decoct(fstat($stream)['mode']));
}
var_dump(array_keys(get_resources()), stream_get_wrappers(), stream_get_filters(), stream_get_transports());
