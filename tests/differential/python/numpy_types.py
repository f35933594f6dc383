# differential: Numbers of many types, their limits and conversions.
# exit: 1
import numpy as np
for name in ("int8", "uint16", "int64", "float16", "float32", "complex64", "bool", "U3", "S2", "object"):
    kind = np.dtype(name)
    print(kind, kind.itemsize, kind.kind, kind.str)
print(np.iinfo("int16"), np.finfo("float32").eps, np.array([1.9, -1.9]).astype(int), np.array([300]).astype("u1"))
print(np.int8("12"), np.array("x").item(), np.array([1, "a"]))
np.int8("many")
