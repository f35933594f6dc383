# differential: Garbage in cycles is collected by itself while the program allocates.
# exit: 0
# stdout: "True True\n"
import gc


class Node:
    gone = 0

    def __del__(self):
        Node.gone += 1


for _ in range(5_000):
    node = Node()
    node.itself = node
print(Node.gone > 1_000, gc.get_stats()[0]["collections"] >= 7)
