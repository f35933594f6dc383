# differential: FUNCNEST limits recursion; a thousand calls are fine.
# exit: 1
down() { (($1 == 0)) || down $(($1 - 1)); }
down 1000 && echo "deep enough"
FUNCNEST=50
down 60
