# differential: The open descriptors, what they are, and the next free one.
# exit: 0
for number in /proc/$$/fd/*; do
    target=$(readlink "$number")
    echo "${number##*/} ${target//[0-9]/}"
done
[ -t 0 ] || [ -t 1 ] || [ -t 2 ] || echo "no terminal"
[ -p /dev/stdin ] && [ -p /dev/stdout ] && [ -p /dev/stderr ] && echo "pipes"
exec {next}</dev/null
echo "$next"
