-- differential: print, io.write, stderr and children: only stdout waits.
-- exit: 0
print("print 1")
io.stderr:write("error 1\n")
io.write("write ", 2, " ", 2.5, "\n")
os.execute("echo child 3; echo child error >&2")
io.stdout:setvbuf("no")
print("print 4")
