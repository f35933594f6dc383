<?php
// differential: The time limit of the language ends an endless loop.
// exit: 255
set_time_limit(1);
while (true);
