# differential: Without a __future__ import exec and compile inherit none.
# exit: 0
import __future__

code = compile("def f(x: 1 + 1): pass", "made", "exec")
scope = {}
exec(code, scope)
print(scope["f"].__annotations__)
names = __future__.all_feature_names
print([name for name in names if code.co_flags & getattr(__future__, name).compiler_flag])
exec("x: 1 + 2 = 3", scope)
print(scope["__annotations__"])
