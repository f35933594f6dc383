# differential: source and bash run other files, with what they can see.
# exit: 0
shared=outer
exported=yes
export exported
. ./part.sh one two
bash part.sh three
echo "$from_part ${FUNCNAME[0]-}"
. ./absent.sh
echo "after $?"
