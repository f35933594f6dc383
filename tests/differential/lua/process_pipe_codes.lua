-- differential: Closing a pipe gives back the exit code of the child behind it.
-- exit: 0
local pipe = io.popen("exec 0<&-; sleep 0.2", "w")
print(pipe ~= nil)
for _ = 1, 3 do if not pcall(pipe.write, pipe, "") then print("error") end end
print(pipe:close())
print(io.popen("exit 7"):close())
