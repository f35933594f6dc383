# differential: A finder the program puts first is asked for every module that is not loaded yet.
# exit: 0
import importlib.machinery
import sys


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        print("asked for", name)
        if name == "conjured":
            return importlib.machinery.ModuleSpec(name, Finder)

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        module.value = "out of nothing"


sys.meta_path.insert(0, Finder)
import conjured
import colorsys
import os
import sys as again

print(conjured.value, conjured)
