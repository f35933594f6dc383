# differential: __builtins__ is the module itself in __main__, and what is put there is found everywhere.
# exit: 0
import builtins

print(__builtins__ is builtins, builtins.__name__, builtins.__spec__.origin)
builtins.answer = 42
print(answer, len(dir(builtins)))
del builtins.answer
try:
    answer
except NameError as error:
    print(error)
