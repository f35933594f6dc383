# differential: A program that imports its own file runs it a second time under another name.
# exit: 0
# stdout: "running as __main__ ['__main__']\nrunning as main ['__main__', 'main']\n/work/main.py False main\n"
import sys

print("running as", __name__, sorted(name for name in sys.modules if name in ("main", "__main__")))
if __name__ == "__main__":
    import main

    print(main.__file__, main is sys.modules["__main__"], main.__spec__.name)
