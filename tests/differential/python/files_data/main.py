# differential: Data files lie in the current folder and beside __file__.
# exit: 0
import importlib.resources
import os
import pathlib
import pkgutil

print(os.getcwd(), pathlib.Path(__file__).parent == pathlib.Path.cwd())
print(open("data/words.txt").read().split(), pkgutil.get_data("holder", "inner.txt"))
print(importlib.resources.files("holder").joinpath("inner.txt").read_text(), sorted(os.listdir()))
