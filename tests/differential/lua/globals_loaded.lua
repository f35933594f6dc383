-- differential: The modules that are loaded, searchers and paths.
-- exit: 0
local names = {}
for name in pairs(package.loaded) do names[#names + 1] = name end
table.sort(names)
print(table.concat(names, " "), #package.searchers, next(package.preload))
print(package.path, package.cpath, package.config)
