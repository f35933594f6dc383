# differential: BASH_ENV names a file that runs before the program.
# env: {"BASH_ENV": "/work/before.sh"}
# exit: 0
echo "program, $prepared"
