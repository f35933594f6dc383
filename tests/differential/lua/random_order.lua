-- differential: The order of pairs over strings differs from run to run, that over a list never.
-- exit: 0
-- stdout: "1 2 3 4 5 6 7 8 9 10\t10\tnil\t10\n"
local list, keys = {}, {}
for n = 1, 10 do list[n] = n * n end
for key in pairs(list) do keys[#keys + 1] = key end
print(table.concat(keys, " "), #list, next({}), rawlen(list))
