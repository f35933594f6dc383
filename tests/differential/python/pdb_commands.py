# differential: The debugger reads its commands from standard input.
# stdin: "where\nnext\np value\ncontinue\n"
# exit: 0
import pdb
import sys

pdb.Pdb(nosigint=True, readrc=False).set_trace(sys._getframe())
value = 42
print("after the debugger")
