# differential: PYTHONBREAKPOINT names what breakpoint() calls.
# env: {"PYTHONBREAKPOINT": "builtins.print"}
# exit: 0
# stdout: "instead of the debugger\n"
breakpoint("instead of the debugger", sep="")
