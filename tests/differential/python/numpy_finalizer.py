# differential: An array of its own class does something when it goes.
# exit: 0
import numpy as np
class Loud(np.ndarray):
    def __del__(self):
        print("gone", self.shape)
loud = np.zeros(3).view(Loud)
print("end")
