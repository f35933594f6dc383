<?php
// differential: exit in a shutdown function changes the exit code.
// exit: 4
register_shutdown_function(fn () => exit(4));
echo "body\n";
