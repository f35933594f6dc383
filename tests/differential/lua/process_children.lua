-- differential: io.popen in both directions, and the descriptors of children.
-- exit: 0
print(io.popen("echo out; exit 3"):read("a"), io.popen("ls /proc/self/fd", "r"):read("a"))
local pipe = io.popen("tr a-z A-Z", "w")
pipe:write("shout\n")
print(pipe:close())
print(io.popen(arg[-1] .. " -e 'print(arg[0], arg[-1], #arg)'"):read("a"), os.execute())
