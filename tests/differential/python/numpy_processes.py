# differential: Processes of its own, forked and started anew.
# exit: 0
import multiprocessing, subprocess, sys
import numpy as np
def square(n):
    return int(np.square(n))
if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(square, range(5)))
    print(subprocess.run([sys.executable, "-c", "import numpy; print(numpy.arange(3))"], capture_output=True, text=True).stdout)
