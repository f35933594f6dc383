<?php
// differential: Assertions are off or on as the settings say.
// exit: 0
var_dump(ini_get('zend.assertions'), ini_get('assert.exception'));
try {
    var_dump(assert(1 > 2));
} catch (AssertionError $error) {
    echo $error->getMessage(), "\n";
}
echo "end\n";
