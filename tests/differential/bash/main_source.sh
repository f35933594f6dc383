# differential: The file is read while it runs: what it appends to itself runs too.
# exit: 0
echo "echo appended \$LINENO" >> "$0"
echo "${BASH_SOURCE[0]} $0 $LINENO $(basename "$PWD")"
