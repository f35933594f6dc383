# differential: An uncaught error: the traceback with marks under the part that failed.
# exit: 1
def ratio(values):
    return sum(values) / len(values) + values[0]["deep"]


print("before")
ratio([1, 2, 3])
