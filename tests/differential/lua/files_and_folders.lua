-- differential: Files, temporary ones, removal and renaming with their errors.
-- exit: 0
local file = assert(io.open("data", "w+"))
file:write("line\n", 1, "\n"):seek("set")
print(file:read("l", "n"))
file:close()
print(pcall(file.read, file))
print(os.rename("data", "moved"), os.remove("absent"), os.remove("moved"), io.open("/usr/x", "w"))
print(os.tmpname():match("^/tmp/lua_") ~= nil, io.tmpfile():write("x"):seek("cur"), pcall(io.open, "main.lua", "zz"))
