-- differential: Seeded random numbers are fixed, unseeded ones differ.
-- exit: 0
math.randomseed(42)
print(math.random(100), math.random(), math.random(0) ~= math.random(0), math.type(math.random(10)))
local seen, count = {}, 0
for _ = 1, 4 do
  local number = io.popen("lua5.4 -e 'print(math.random(0))'"):read("n")
  if not seen[number] then count = count + 1 end
  seen[number] = true
end
print(count, pcall(math.random, 0, -1))
