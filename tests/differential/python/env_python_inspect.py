# differential: PYTHONINSPECT asks for a prompt, which there is only on a terminal.
# env: {"PYTHONINSPECT": "1"}
# stdin: "print(kept + 1)\nraise SystemExit(4)\n"
# exit: 0
# stdout: "program done 1\n"
import sys

kept = 41
print("program done", sys.flags.inspect)
