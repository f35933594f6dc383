-- differential: What the program returns is dropped.
-- exit: 0
-- stdout: "before\n"
print("before")
do return 1, "two", nil end
print("never")
