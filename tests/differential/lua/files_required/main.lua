-- differential: require finds files beside the program and runs them once.
-- exit: 0
print(type(require("beside")), require("beside") == package.loaded.beside, require("folder.inner").name)
print(pcall(require, "no.such.module"))
print(type(dofile("beside.lua")), loadfile("absent.lua"))
