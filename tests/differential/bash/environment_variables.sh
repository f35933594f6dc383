# differential: The environment, for the program and its children.
# env: {"EMPTY": "", "UNICODE": "naïve ☃", "lower_2": "x"}
# exit: 0
export -p
added=1 env | sort
unset HOME
export -n LANG
echo ~ "${HOME-unset}"
env | sort | tail -n +2
