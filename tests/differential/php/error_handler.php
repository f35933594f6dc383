<?php
// differential: A handler of errors makes exceptions of them, shutdown functions see what is left.
// exit: 255
set_error_handler(function ($level, $text, $file, $line) {
    throw new ErrorException($text, 0, $level, $file, $line);
});
register_shutdown_function(fn () => print('last: ' . error_get_last()['message'] . "\n"));
try {
    echo $nothing;
} catch (ErrorException $error) {
    echo $error->getMessage(), ' in line ', $error->getLine(), "\n";
}
restore_error_handler();
undefined_function();
