def check(n):
    assert n > 1, f"{n} is too small"


check(1)
