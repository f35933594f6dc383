-- differential: Lines, numbers, counts of bytes, the rest, and the end.
-- stdin: "first\n12 0x1F 1e3 word\nthird\n\nabcdef\nrest\nof it"
-- exit: 0
print(io.read(), io.read("n", "n", "n"))
print(io.read("l"), io.read("L"), io.read("l"), io.read(3), io.read(0))
for line in io.lines() do print("line", line) end
print(io.read("a"), io.read("l"), io.read(0), io.read("a"))
