# differential: Times of fixed moments in the zone of TZ.
# env: {"TZ": "XST-3:30"}
# exit: 0
use POSIX qw(strftime tzname mktime);

print scalar localtime(0), ' | ', scalar gmtime(1_700_000_000), ' | ', strftime('%F %T %z', localtime(0)), ' | ', join(' ', tzname()), ' ', mktime(0, 0, 0, 1, 0, 100), "\n";
print time - $^T < 3 ? "young\n" : "old\n", (times)[0] < 2 ? "fresh\n" : "used\n";
