<?php
// differential: An uncaught exception with its trace and the one before.
// exit: 255
namespace Deep\Down;

class Failure extends \RuntimeException {}

function inner(array $list, string $text, ?object $none = null) {
    try {
        intdiv(1, 0);
    } catch (\DivisionByZeroError $error) {
        throw new Failure('größer', 7, $error);
    }
}

echo "before\n";
(fn () => inner([1, 2], 'a text that is long enough to be cut'))();
