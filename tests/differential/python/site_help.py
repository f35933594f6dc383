# differential: help() writes through the plain pager.
# exit: 0
def documented(a, *, b=1):
    """Does something."""


help(documented)
help("no such topic at all")
