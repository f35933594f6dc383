# differential: A program has no prompts, and no last value.
# exit: 0
# stdout: "[]\nFalse 0 0\n"
import builtins
import sys

print([name for name in ("ps1", "ps2", "last_value", "tracebacklimit", "exitfunc") if hasattr(sys, name)])
print(hasattr(builtins, "_"), sys.flags.interactive, sys.flags.inspect)
