-- differential: Finalizers run backwards at the end.
-- exit: 0
-- stdout: "end\ngone\tlost\ngone\tc\ngone\tb\ngone\ta\n"
local function thing(name) return setmetatable({ name = name }, { __gc = function(self) print("gone", self.name) end }) end
a, b = thing("a"), thing("b")
local c = thing("c")
thing("lost")
print("end")
