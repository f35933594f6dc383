-- differential: LUA_INIT runs before the program.
-- env: {"LUA_INIT": "started = 'by LUA_INIT'; print(arg[0], ...)"}
-- exit: 0
print(started)
