# differential: An error that only the symbol table finds.
# exit: 1
def outer():
    def inner():
        nonlocal missing
        return missing

    return inner
