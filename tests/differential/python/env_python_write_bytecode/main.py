# differential: An empty PYTHONDONTWRITEBYTECODE lets imports leave their bytecode; PYTHONPYCACHEPREFIX says where.
# env: {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": "/tmp/cache"}
# exit: 0
# stdout: "False /tmp/cache ['beside.cpython-311.pyc'] ['beside.py', 'main.py']\n"
import os
import sys

import beside

print(sys.dont_write_bytecode, sys.pycache_prefix, os.listdir("/tmp/cache/work"), sorted(os.listdir()))
