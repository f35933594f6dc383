# differential: use, require and do of files beside the program; the current folder is not searched.
# exit: 0
use FindBin;
use lib $FindBin::Bin;
use Beside;

print Beside::name(), " $FindBin::Bin $FindBin::Script $INC{'Beside.pm'}\n";
print do('./loose.pl'), "\n";
@INC = grep { $_ ne $FindBin::Bin } @INC;
eval { require Other } or print $@;
