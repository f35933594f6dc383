-- differential: Every global variable and the fields of the libraries at the start.
-- exit: 0
local names = {}
for name, value in pairs(_G) do
  names[#names + 1] = name
  if type(value) == "table" and name ~= "_G" and name ~= "arg" then
    for field in pairs(value) do names[#names + 1] = name .. "." .. tostring(field) end
  end
end
table.sort(names)
print(table.concat(names, " "))
print(_VERSION, _G._G == _G, _ENV == _G, getmetatable(_G), getmetatable("").__index == string)
