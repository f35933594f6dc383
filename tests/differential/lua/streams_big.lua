-- differential: Sixty thousand bytes, in many writes.
-- exit: 0
for n = 0, 7299 do io.write(("%07d\n"):format(n)) end
