# differential: sys.displayhook prints and keeps the last value in builtins.
# exit: 0
import builtins
import sys

sys.displayhook([1, "é"])
sys.displayhook(None)
print(builtins._)
exec(compile("2 + 3\n", "typed", "single"))
print(_)
