# differential: Which warnings are shown in the program, with their line.
# exit: 0
import warnings

for kind in (UserWarning, DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning, RuntimeWarning, BytesWarning, EncodingWarning):
    warnings.warn(f"a {kind.__name__}", kind)
for _ in range(3):
    warnings.warn("told once for this line")


def outer():
    warnings.warn("told of the caller", stacklevel=2)


outer()
print(sorted(str(key[0])[:12] for key in __warningregistry__ if isinstance(key, tuple)))
