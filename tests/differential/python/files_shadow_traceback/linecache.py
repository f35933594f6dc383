raise ImportError("nor this one")
