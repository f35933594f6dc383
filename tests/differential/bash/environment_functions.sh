# differential: Options come through the environment, functions of the program go on through it.
# env: {"SHELLOPTS": "braceexpand:errexit:hashall:interactive-comments:nounset", "BASHOPTS": "nullglob"}
# exit: 1
greet() { echo "hello $1"; }
export -f greet
bash -c "greet child; declare -F"
echo nothing-like-*this
echo "$-"
echo "$undefined"
