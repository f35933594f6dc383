# differential: What site adds: names in builtins, its own attributes.
# exit: 0
import builtins
import site

print(site.ENABLE_USER_SITE, site.PREFIXES, site.getsitepackages(), site.getusersitepackages())
print(sorted(set(dir(builtins)) & {"exit", "quit", "copyright", "credits", "license", "help", "_", "display", "reveal_type"}))
print(builtins.__dict__["__build_class__"].__name__, builtins.__debug__, builtins.__spec__.name, builtins.__loader__.__name__)
