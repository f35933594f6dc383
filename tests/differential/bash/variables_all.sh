# differential: The variables, their attributes and values, but for those that change.
# exit: 0
declare -p | grep -vE '^declare -[a-z-]+ (BASHPID|BASH_ARGV0|EPOCH|RANDOM|SRANDOM|SECONDS|PPID|_=|BASH_VERSINFO|EUID|UID|GROUPS|HOSTTYPE)'
