-- differential: LUA_PATH and LUA_CPATH, with the default in the middle.
-- env: {"LUA_PATH": "/work/lib/?.lua;;", "LUA_CPATH_5_4": "/work/?.so"}
-- exit: 0
print(package.path, package.cpath)
print(require("found"))
