<?php
// differential: Sixty thousand bytes, in many writes.
// exit: 0
for ($n = 0; $n < 7300; $n++) printf("%07d\n", $n);
