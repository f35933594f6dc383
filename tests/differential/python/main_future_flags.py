# differential: A __future__ import holds for the program and for what it compiles.
# exit: 0
from __future__ import annotations


def ask(question: not_defined_anywhere) -> also_not: ...


print(ask.__annotations__)
print(eval(compile("lambda x: x", "f", "eval")).__code__.co_flags & annotations.compiler_flag != 0)
print(annotations)
