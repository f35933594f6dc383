-- differential: print goes to stdout, io.write to the file that is set.
-- exit: 0
io.output("out.txt")
io.write("into a file")
print("to stdout")
io.close()
io.output(io.stdout)
print(io.open("out.txt"):read("a"), pcall(io.write, {}))
print = function(...) io.write("mine: ", tostring((...)), "\n") end
print(nil)
