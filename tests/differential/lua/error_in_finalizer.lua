-- differential: An error in __gc is a warning that is shown only when warnings are on.
-- exit: 0
setmetatable({}, { __gc = function() error("lost") end })
collectgarbage()
warn("@on")
setmetatable({}, { __gc = function() error("shown") end })
collectgarbage()
warn("in ", "parts")
