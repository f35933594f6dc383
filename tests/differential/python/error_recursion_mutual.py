# differential: Recursion through two functions, with a long way down.
# exit: 1
def ping(n):
    pong(n)


def pong(n):
    ping(n)


ping(0)
