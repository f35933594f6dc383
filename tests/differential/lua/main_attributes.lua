-- differential: Constants, to-be-closed variables, goto, integer division and bits.
-- exit: 1
do
  local first <close> = setmetatable({}, { __close = function(_, error) print("closed first", error) end })
  local second <close> = setmetatable({}, { __close = function() print("closed second") end })
  print(7 // 2, -7 // 2, 7 % -3, 7 / 2, 1 << 62, 1 << 64, ~0, 3 | 4, "10" + 5, 10 // 0.0)
end
for n = 1, 3 do
  if n == 2 then goto continue end
  print(n)
  ::continue::
end
local thing <close> = setmetatable({}, { __close = function(_, error) print("closed by an error", error) end })
error("at the end")
