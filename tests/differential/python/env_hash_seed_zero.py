# differential: PYTHONHASHSEED=0: a fixed order of strings in sets.
# env: {"PYTHONHASHSEED": "0"}
# exit: 0
import sys

print({"apple", "banana", "cherry", "damson", "elder"}, hash("text"), hash(b"bytes"), sys.flags.hash_randomization)
