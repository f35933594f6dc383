# differential: LC_ALL decides what a character is, and a wrong one is complained about.
# env: {"LC_ALL": "C"}
# exit: 0
text='é☃'
echo ${#text} ${text:0:1} | od -An -c
LC_ALL=C.UTF-8
echo ${#text} ${text^^} ${text:0:1}
LC_ALL=xx_XX.UTF-8
echo after
