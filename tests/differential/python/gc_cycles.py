# differential: Cycles are collected, their finalizers run once, callbacks tell of it.
# exit: 0
import gc


class Node:
    def __del__(self):
        print("gone", self.name)


gc.callbacks.append(lambda phase, info: print(phase, info["generation"]) if phase == "start" else None)
for name in "ab":
    node = Node()
    node.name, node.itself = name, node
del node
print(gc.collect() >= 4, gc.collect())
gc.callbacks.clear()
gc.disable()
print(gc.isenabled(), gc.get_referrers(Node)[0].__class__.__name__)
