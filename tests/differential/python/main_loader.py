# differential: The loader of the main module knows the file it was read from.
# exit: 0
import os.path

print(__loader__.name, os.path.basename(__loader__.path), __loader__.is_package("__main__"))
print(__loader__.get_source("__main__").count("\n"))
print(__loader__.get_filename("__main__"))
