# differential: Deep structures are freed without deep recursion.
# exit: 0
# stdout: "freed\n"
nested = None
for _ in range(300_000):
    nested = (nested,)
del nested
chain = {}
for _ in range(100_000):
    chain = {"next": chain}
chain = None
print("freed")
