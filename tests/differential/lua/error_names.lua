-- differential: Errors name the variable that was wrong.
-- exit: 0
local t, upvalue = {}, nil
for _, code in ipairs { "x.y.z = 1", "local a; a()", "local t = {} t.f()", "local s = 'a' + 1", "return {} < {}", "return #5", "return 1 < 'x'", "return 2^53 | 1.5", "local t = {} t[nil] = 1", "for i = 1, 'x' do end", "return ('x'):rep(-1):bad()", "string.rep()", "return 1 // 0" } do
  print(code, pcall(load(code, "=code")))
end
