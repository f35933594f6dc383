-- differential: A syntax error in a required file.
-- exit: 1
print("before")
require("broken")
