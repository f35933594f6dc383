# differential: A program that imports it can be ended by a signal.
# signal: SIGTERM
import os, signal
import numpy as np
print(np.arange(3), flush=True)
os.kill(os.getpid(), signal.SIGTERM)
