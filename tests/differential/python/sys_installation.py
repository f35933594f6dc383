# differential: Where the interpreter says it lives.
# exit: 0
import sys

for name in ("executable", "_base_executable", "prefix", "base_prefix", "exec_prefix", "base_exec_prefix", "_home", "platform", "byteorder", "maxsize", "abiflags", "_framework", "_git"):
    print(name, getattr(sys, name))
