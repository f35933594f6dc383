# row: R2
# expect: memory_limit | runtime_error
# within: 8000
# A list that grows without end.
hog = []
while True:
    hog.append(bytearray(1 << 20))
