# differential: exec, eval and compile with namespaces of their own and of the program.
# exit: 0
x = "global"
exec("y = x + ' seen'")
print(y, eval("x", {"x": "given"}), eval("[x for _ in range(2)]"))


def f():
    x = "local"
    exec("x = 'changed'")
    print(x, sorted(locals()), eval("x"))


f()
print(sorted(scope := {}) or exec("z = 1", scope) or [name for name in scope if name != "__builtins__"], type(scope["__builtins__"]))
tree = compile("a = 1; b = 2", "<made>", "exec", flags=1024)
print([type(node).__name__ for node in tree.body])
