# differential: Errors raised from others, with their causes and contexts.
# exit: 1
def load():
    try:
        {}["key"]
    except KeyError:
        int("not a number")


try:
    load()
except ValueError as error:
    raise RuntimeError("could not load") from error
