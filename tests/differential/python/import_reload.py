# differential: importlib.reload runs a changed module again in the same namespace.
# exit: 0
import importlib
import pathlib
import sys

pathlib.Path("changing.py").write_text("value = 1\nkept = 'first'\nprint('loading', __name__)\n")
import changing

kept = changing
pathlib.Path("changing.py").write_text("value = 22\nprint('again')\n")
importlib.invalidate_caches()
importlib.reload(changing)
print(changing.value, changing.kept, changing is kept, changing is sys.modules["changing"])
