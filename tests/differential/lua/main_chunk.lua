-- differential: What debug tells of the program's main function, and nothing of Lua below it.
-- exit: 0
local info = debug.getinfo(1)
print(info.source, info.short_src, info.what, info.currentline, info.linedefined, info.nparams, info.isvararg, info.nups)
local level = 2
while debug.getinfo(level) do
  local frame = debug.getinfo(level)
  print(level, frame.what, frame.short_src, frame.name)
  level = level + 1
end
print(debug.getlocal(1, 1), debug.gethook(), debug.traceback("here"))
