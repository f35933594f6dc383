# differential: The environment, for the program and its children.
# env: {"EMPTY": "", "UNICODE": "naïve ☃"}
# exit: 0
print "$_=$ENV{$_}\n" for sort keys %ENV;
$ENV{ADDED} = 'é';
delete $ENV{HOME};
local $ENV{LOCAL} = 1;
$| = 1;
system 'env | sort';
