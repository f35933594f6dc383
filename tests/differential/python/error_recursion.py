# differential: Deep recursion: the repeated lines are counted in the traceback.
# exit: 1
def down(n):
    return down(n + 1)


down(0)
