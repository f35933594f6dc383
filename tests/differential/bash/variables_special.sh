# differential: Special parameters and variables at the start.
# exit: 0
echo "$- $? $# ${!:-none} $SHLVL $LINENO $PPID $IFS" | cat -A
echo "$BASH $BASH_VERSION $BASHOPTS $SHELLOPTS ${BASH_SOURCE[*]} ${FUNCNAME[*]-} $BASH_SUBSHELL $OPTIND $_ $HOSTNAME $OSTYPE"
echo $((SECONDS < 2)) $((RANDOM < 32768)) $((EUID == UID)) $(($$ == BASHPID)) $((EPOCHSECONDS > 1700000000))
