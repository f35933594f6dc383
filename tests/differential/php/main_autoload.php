<?php
// differential: Classes are asked for once each; functions declared later exist already.
// exit: 0
spl_autoload_register(function ($name) {
    echo "asked for $name\n";
    if ($name === 'Made') eval('class Made { const X = 1; }');
});
var_dump(later(), Made::X, class_exists('Absent'), Made::class, class_exists('Other', false));
function later() { return 'declared below'; }
try {
    new Nowhere\Thing();
} catch (Error $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n";
}
