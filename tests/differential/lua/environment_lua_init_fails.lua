-- differential: A LUA_INIT that fails ends everything.
-- env: {"LUA_INIT_5_4": "error('in the beginning')"}
-- exit: 1
print("never")
