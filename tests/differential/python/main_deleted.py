# differential: A program that removes its own file goes on, and its tracebacks lose their source lines.
# exit: 1
import os

os.unlink(__file__)
print(os.listdir())
raise RuntimeError("without a source")
