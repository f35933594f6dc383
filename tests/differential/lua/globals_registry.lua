-- differential: The registry holds the main thread, the globals, and what the libraries keep.
-- exit: 0
local registry, names = debug.getregistry(), {}
for name in pairs(registry) do names[#names + 1] = tostring(name) end
table.sort(names)
print(table.concat(names, " "))
print(type(registry[1]), registry[2] == _G, coroutine.running() == registry[1])
