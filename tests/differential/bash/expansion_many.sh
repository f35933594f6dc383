# differential: Expansions of words, patterns, arrays and numbers.
# exit: 0
text='The quick brown fox'
echo "${text#* } ${text##* } ${text% *} ${text/quick/slow} ${text//o/0} ${text:4:5} ${text: -3} ${text^^} ${text,} ${#text} ${text@Q} ${text@U}"
list=(a 'b c' [5]=d)
echo "${#list[@]} ${!list[*]} ${list[-1]} ${list[@]:0:2}"
declare -A map=([key]=value)
map[other]='two words'
echo "${#map[@]} ${map[other]} ${!map[@]}" | tr ' ' '\n' | sort | tr '\n' ' '; echo
echo {a..e}{1..2} {10..1..3} $((2 ** 10)) $((16#ff)) $((-7 / 2)) $((-7 % 3)) $'tab\there\u263a'
shopt -s extglob nullglob
touch one.txt two.txt .hidden
echo *.txt *.none !(*.txt) .[!.]*
[[ abc123 =~ ^([a-z]+)([0-9]+)$ ]] && echo "${BASH_REMATCH[@]}"
printf '%s|%5d|%-5s|%q|%b\n' é 42 x "it's" 'a\tb'
eval 'echo "$((1+1))"'
