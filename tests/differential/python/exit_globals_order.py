# differential: What globals hold goes in the order in which they were made, cycles with the rest.
# exit: 0
# stdout: "b\n_hidden\na\nin a cycle\nin a list\n"
class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name)


b = Thing("b")
_hidden = Thing("_hidden")
a = Thing("a")
cycle = Thing("in a cycle")
cycle.itself = cycle
kept = [Thing("in a list")]
