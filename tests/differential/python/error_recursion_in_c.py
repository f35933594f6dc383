# differential: Recursion through repr, comparison, json and pickle, where C code calls itself.
# exit: 0
import json
import pickle

nested = []
for _ in range(100_000):
    nested = [nested]
for attempt in (repr, lambda x: x == [[x]], json.dumps, pickle.dumps, lambda x: eval("(" * 300 + ")" * 300)):
    try:
        attempt(nested)
        print("fine")
    except (RecursionError, MemoryError, SyntaxError) as error:
        print(type(error).__name__, error)
while nested:
    nested = nested[0]
