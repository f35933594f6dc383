-- differential: Arguments reach arg and ... as they were sent, and the interpreter is at a negative index.
-- args: ["plain", "", "two words", "naïve ☃", "-e", "--", "a=b", "line\nbreak"]
-- exit: 0
print(#arg, select("#", ...), arg[0], arg[-1], arg[-2])
for i = -1, #arg do print(i, string.format("%q", arg[i])) end
print(select(-1, ...) == arg[#arg], ... == arg[1])
