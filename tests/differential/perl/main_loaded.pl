# differential: %INC and @INC at the start and with a few modules.
# exit: 0
print map { "$_\n" } sort keys %INC;
print map { "$_\n" } @INC;
require POSIX;
require List::Util;
print "$_ $INC{$_}\n" for sort keys %INC;
