-- differential: io.lines with several formats, and reading from an empty input.
-- exit: 0
for a, b in io.lines("main.lua", 1, "l") do
  print(a, b)
  break
end
print(io.read("n"), io.read("L"), io.read("a"), io.stdin:seek("cur"))
print(pcall(io.lines, "absent"))
