-- differential: An uncaught error with its traceback.
-- exit: 1
local function inner(value) return value.field.deeper end
local function outer(...) return (inner({}, ...)) end
print("before")
outer(1)
