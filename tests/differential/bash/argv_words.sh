# differential: Arguments reach the positional parameters as they were sent.
# args: ["plain", "", "two words", "naïve ☃", "-x", "--", "a=b", "line\nbreak", "*", "$HOME"]
# exit: 0
echo $# "$0" ${#@}
printf '<%s>\n' "$@"
shift 3
echo "$1 ${*: -1} ${@:2:2} ${10:-none}"
