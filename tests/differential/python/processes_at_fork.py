# differential: Functions registered for forks run in their order.
# exit: 0
# stdout: "child: before 2, before 1, child 1, child 2\nparent: before 2, before 1, parent 1, parent 2\n"
import os

seen = []
for n in ("1", "2"):
    os.register_at_fork(
        before=lambda n=n: seen.append(f"before {n}"),
        after_in_parent=lambda n=n: seen.append(f"parent {n}"),
        after_in_child=lambda n=n: seen.append(f"child {n}"),
    )
if (child := os.fork()) == 0:
    print("child:", ", ".join(seen), flush=True)
    os._exit(0)
os.waitpid(child, 0)
print("parent:", ", ".join(seen))
