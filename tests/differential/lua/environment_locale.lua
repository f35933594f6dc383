-- differential: The locale is C, whatever LANG says, until it is set.
-- exit: 0
for _, name in ipairs { "all", "ctype", "numeric" } do print(name, os.setlocale(nil, name)) end
print(os.setlocale("C.UTF-8"), os.setlocale("xx_XX"), os.setlocale(""), ("é"):upper(), #"é", utf8.len("é☃"), utf8.char(9731))
