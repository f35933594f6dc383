-- differential: The collector: modes, counts, generations.
-- exit: 0
print(collectgarbage("isrunning"), collectgarbage("count") < 64, collectgarbage("incremental"), collectgarbage("generational"), collectgarbage("incremental"))
print(collectgarbage("setpause", 100), collectgarbage("setstepmul", 200), collectgarbage("step"), collectgarbage("stop"), collectgarbage("isrunning"))
local weak = setmetatable({ {}, kept = "string" }, { __mode = "v" })
collectgarbage()
print(#weak, weak.kept)
