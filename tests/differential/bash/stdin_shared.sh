# differential: Builtins read no byte too many, so children get the rest.
# stdin: "one\ntwo\nthree\nfour\n"
# exit: 0
read -r first
echo "shell: $first"
head -n 1
read -r more || echo "nothing left for the shell: $?"
