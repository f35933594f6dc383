# differential: PYTHONHASHSEED with another number: another fixed order.
# env: {"PYTHONHASHSEED": "4242"}
# exit: 0
import sys

print({"apple", "banana", "cherry", "damson", "elder"}, hash("text"), sys.flags.hash_randomization)
