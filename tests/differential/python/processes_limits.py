# differential: The limits of resources, as resource.getrlimit shows them.
# exit: 0
import resource

for name in sorted(name for name in dir(resource) if name.startswith("RLIMIT_")):
    print(name, *("infinity" if value == resource.RLIM_INFINITY else value for value in resource.getrlimit(getattr(resource, name))))
