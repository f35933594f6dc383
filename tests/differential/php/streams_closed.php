<?php
// differential: A closed STDOUT takes no more, echo does.
// exit: 255
fclose(STDERR);
echo "echo\n";
fwrite(STDOUT, "written\n");
fclose(STDOUT);
fwrite(STDOUT, 'x');
