# differential: A locale that does not exist is complained about.
# env: {"LC_ALL": "xx_XX.UTF-8"}
# exit: 0
use POSIX;

print setlocale(LC_ALL, ''), ' ', setlocale(LC_CTYPE), ' ', localeconv()->{decimal_point} // 'none', "\n";
