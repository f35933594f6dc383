# differential: An interpreter beside the first one has a namespace of its own.
# exit: 0
# stdout: "True True\n__main__ False ['main.py']\n"
import sys

import _xxsubinterpreters as interpreters

value = "outer"
inner = interpreters.create()
print(interpreters.list_all() == [interpreters.get_main(), inner], interpreters.get_current() == interpreters.get_main(), flush=True)
interpreters.run_string(inner, "import sys; print(__name__, 'value' in globals(), sys.argv, flush=True)")
interpreters.destroy(inner)
