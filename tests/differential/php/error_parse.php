<?php
// differential: A parse error of the program itself.
// exit: 255
echo 'never';
function broken( {
}
