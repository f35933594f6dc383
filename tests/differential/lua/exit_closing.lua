-- differential: os.exit that closes the state runs finalizers.
-- exit: 1
kept = setmetatable({}, { __gc = function() print("finalizer runs") end })
print("body")
os.exit(false, true)
