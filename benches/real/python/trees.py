"""Many small objects that live for a short time, and a dictionary that grows and shrinks: work for the allocator and the collector."""

SEED = 271828


class Node:
    __slots__ = ("left", "right", "value")

    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value

    def sum(self):
        total = self.value
        if self.left is not None:
            total += self.left.sum() + self.right.sum()
        return total


def tree(depth, value):
    if depth == 0:
        return Node(None, None, value)
    return Node(tree(depth - 1, 2 * value), tree(depth - 1, 2 * value + 1), value)


def churn(seed, rounds):
    """Adds and removes entries; every list in it is a new one."""
    known, state = {}, seed
    for turn in range(rounds):
        state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
        key = f"key-{state >> 18}"
        if key in known and state & 256:
            del known[key]
        else:
            known.setdefault(key, []).append((turn, str(state)))
    longest = max(known.values(), key=len)
    return len(known), len(longest)


kept = tree(13, SEED)
for depth in range(4, 13, 2):
    total = 0
    for turn in range(1 << (12 - depth)):
        total += tree(depth, turn + SEED).sum()
    print(f"{1 << (12 - depth)} trees of depth {depth}: {total}")
print(f"the tree that was kept: {kept.sum()}")
print("%d entries, the longest has %d" % churn(SEED, 120_000))
