# differential: getopts tells errors with the name of the program.
# args: ["-a", "value", "-b", "-z", "rest"]
# exit: 0
while getopts 'a:b' option; do echo "$option ${OPTARG-} $OPTIND"; done
shift $((OPTIND - 1))
echo "$@"
