# differential: Functions and options come through the environment.
# env: {"BASH_FUNC_greet%%": "() { echo \"hello $1\"; }", "SHELLOPTS": "braceexpand:errexit:hashall:interactive-comments:nounset", "BASHOPTS": "nullglob"}
# exit: 1
greet world
declare -F
echo nothing-like-*this
echo "$-"
echo "$undefined"
