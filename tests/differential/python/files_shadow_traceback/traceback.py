raise ImportError("a traceback module that cannot be imported")
