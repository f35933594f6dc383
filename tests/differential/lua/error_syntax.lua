-- differential: A syntax error of the program itself.
-- exit: 1
print("never")
local x = 1 +
