-- differential: Errors that are tables, with and without a text of their own.
-- exit: 1
print(pcall(error, { code = 2 }) == false, select(2, pcall(error)), select(2, pcall(error, "text", 0)), select(2, pcall(error, "level 2", 2)))
print(xpcall(function() error("é") end, function(message) return "handled: " .. message end))
error(setmetatable({}, { __tostring = function() return "an object with a text" end }))
