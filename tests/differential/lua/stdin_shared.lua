-- differential: What was buffered is lost for a child, without a buffer it is not.
-- stdin: "first\nfor the child\n"
-- exit: 0
io.stdin:setvbuf("no")
print(io.read())
io.stdout:flush()
os.execute("cat")
