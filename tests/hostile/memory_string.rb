# A string doubled without end.
# row: R2
# expect: memory_limit | runtime_error
hog = "x" * 1024
loop { hog << hog }
