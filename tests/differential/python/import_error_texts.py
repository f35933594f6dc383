# differential: What failed imports say.
# exit: 0
for line in ("import nowhere", "import os.nowhere", "from os import nowhere", "from . import x", "from .x import y", "import json.nowhere.deep", "from __future__ import nowhere"):
    try:
        exec(line)
    except (ImportError, SyntaxError) as error:
        print(type(error).__name__, error, getattr(error, "name", None), getattr(error, "path", "-") and "path")
