# differential: A module that imports names from __main__ sees what is defined so far.
# exit: 0
def early():
    return "early"


import asks

late = 1
print(asks.found)
