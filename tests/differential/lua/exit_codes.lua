-- differential: os.exit with a number that is too big; nothing is closed.
-- exit: 44
setmetatable({}, { __gc = function() print("finalizer does not run") end })
print("body")
os.exit(300)
