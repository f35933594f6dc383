-- differential: Count and line hooks see the program.
-- exit: 0
local lines = {}
debug.sethook(function(event, line) lines[#lines + 1] = event .. line end, "l")
local x = 1
x = x + 1
debug.sethook()
print(table.concat(lines, " "), debug.gethook())
debug.sethook(function() error("too long") end, "", 100000)
print(pcall(function() while true do end end))
