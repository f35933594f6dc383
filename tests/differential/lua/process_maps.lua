-- differential: The libraries that are mapped at the start.
-- exit: 0
local seen, paths = {}, {}
for line in io.lines("/proc/self/maps") do
  local path = line:match("(/%S+)$")
  if path and not seen[path] then
    seen[path] = true
    paths[#paths + 1] = path
  end
end
table.sort(paths)
print(table.concat(paths, "\n"))
