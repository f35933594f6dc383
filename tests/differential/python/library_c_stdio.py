# differential: What C code buffers comes out behind what Python flushed, at the very end.
# exit: 0
import ctypes

library = ctypes.CDLL(None)
library.printf(b"C buffers %d\n", 1)
print("Python flushes at its end")
