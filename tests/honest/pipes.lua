-- expect: ok
-- prints: 3	5050	kept
local sorted = io.popen("printf 'c\\nb\\na\\n' | sort | wc -l"):read("n")
local total = 0
local generator = coroutine.wrap(function()
  for n = 1, 100 do coroutine.yield(n) end
end)
for _ = 1, 100 do total = total + generator() end
local file = assert(io.open("kept.txt", "w"))
file:write("kept")
file:close()
print(sorted, total, io.open("kept.txt"):read("a"))
