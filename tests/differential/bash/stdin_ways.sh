# differential: read with its options, mapfile, and the end of the input.
# stdin: "first  line \\\nwith backslash\n\ta b c d\nxyz;rest\none\ntwo\nlast"
# exit: 0
read -r line; echo "<$line>"
read first rest; echo "<$first|$rest>"
IFS= read -r -n 3 three; echo "<$three>"
read -d ';' part; echo "<$part>"
read -t 5 -a words; echo "${#words[@]} ${words[*]} $?"
mapfile -t lines; echo "${#lines[@]} ${lines[*]}"
read nothing; echo "$? <$nothing>"
