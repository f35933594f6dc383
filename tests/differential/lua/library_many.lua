-- differential: Strings, patterns, tables, packing and numbers.
-- exit: 0
print(("%5.2f|%-5d|%5s|%q|%x|%g|%a"):format(3.14159, 42, "é", "a\n\0b", 255, 1e20, 1.0))
print(("key = value"):match("^(%w+)%s*=%s*(%w+)$"), ("a,b,,c"):gsub(",", ";"), ("x"):rep(3, "-"), ("abc"):byte(1, -1))
print(string.pack("<i4z", 1, "text"):byte(1, -1))
print(math.maxinteger + 1 == math.mininteger, 0.1 + 0.2, 1e15, 1e16, 2^53, 5 // 0.3, -5 % 3, math.tointeger("8"), 3 == 3.0, "1" == 1, math.pi, -0.0, 0/0 ~= 0/0)
print(table.concat(table.move({ 1, 2, 3 }, 2, 3, 1), ","), select("#", table.unpack({ 1, nil, 3 }, 1, 3)), #table.pack(nil, nil), tostring(nil), tostring(1e100))
local sorted = { "b", "é", "a", "Z" }
table.sort(sorted)
print(table.concat(sorted, " "), pcall(table.sort, { 1, "x" }))
