# differential: Files named like modules of the standard library come first.
# exit: 0
import json
import random
import colorsys
import tokenize

print(json.WHOSE, random.WHOSE, colorsys.WHOSE, tokenize.WHOSE)
