# differential: When stdout cannot be flushed at the end, the exit code is 120.
# exit: 120
import os
import sys

sys.stdout.write("to nowhere")
os.close(1)
