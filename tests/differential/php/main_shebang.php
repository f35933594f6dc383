#!/usr/bin/env php
<?php
// differential: A first line with a shebang is not printed.
// exit: 0
echo __LINE__, "\n";
