# differential: The state of the module's own generator looks like one that was just made.
# exit: 0
import numpy as np
kind, key, position, has_gauss, gauss = np.random.get_state()
print(kind, len(key), key.dtype, position, has_gauss, gauss)
bits = np.random.mtrand._rand._bit_generator
print(type(bits).__name__, type(bits._seed_seq).__name__, bits.state["state"]["pos"], len(bits._seed_seq.generate_state(4)))
print(np.random.mtrand._rand is np.random.get_state.__self__, type(np.random.get_state.__self__).__name__)
