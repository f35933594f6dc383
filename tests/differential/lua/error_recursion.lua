-- differential: Deep recursion is an error that can be caught; deep C recursion too.
-- exit: 0
local function down(n) return 1 + down(n + 1) end
local ok, message = pcall(down, 1)
print(ok, message:gsub("\n.*", ""))
print(pcall(string.gsub, ("x"):rep(10), "x", function() return (pcall(string.rep, "x", 1 << 40)) and "y" or "z" end))
local nested = ("("):rep(300) .. ("1") .. (")"):rep(300)
print(load("return " .. nested))
print(select("#", table.unpack({}, 1, 200)), pcall(table.unpack, {}, 1, 1e8))
