-- differential: A program may replace its own environment, and close it off.
-- exit: 0
local print, setmetatable = print, setmetatable
local _ENV = setmetatable({}, { __index = function(_, name) return "made " .. name end, __newindex = function(_, name) print("set " .. name) end })
print(anything)
something = 1
