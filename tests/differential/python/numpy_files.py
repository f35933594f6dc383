# differential: Arrays are written to files and read again.
# exit: 0
import os
import numpy as np
a = np.arange(12.0).reshape(3, 4)
np.save("a.npy", a)
np.savez("b.npz", x=a, y=a[0])
np.savetxt("c.csv", a, delimiter=",", fmt="%.1f")
print(np.load("a.npy").sum(), sorted(np.load("b.npz")), np.loadtxt("c.csv", delimiter=",")[1])
mapped = np.memmap("d.bin", dtype="u1", mode="w+", shape=8)
mapped[:] = range(8)
mapped.flush()
print(open("c.csv").read(), sorted(os.listdir(".")), open("d.bin", "rb").read())
