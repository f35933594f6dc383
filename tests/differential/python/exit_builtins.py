# differential: exit and quit of site end the program; their texts are there.
# exit: 3
import builtins

for name in ("exit", "quit", "copyright", "credits", "license", "help"):
    print(name, type(getattr(builtins, name)).__name__, repr(getattr(builtins, name))[:60])
exit(3)
