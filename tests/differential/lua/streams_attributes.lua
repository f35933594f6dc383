-- differential: The default files, their kinds, and what closing them says.
-- exit: 0
print(io.input() == io.stdin, io.output() == io.stdout, io.type(io.stdin), io.type(42), tostring(io.stderr):match("^file %("))
print(io.stdout:seek("cur"))
print(pcall(io.close, io.stdin), io.type(io.stdin))
print(pcall(io.read))
