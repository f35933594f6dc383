# differential: When stdout cannot be flushed at the end, the exit code is 120.
# exit: 120
import io
import os
import sys

sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
sys.stdout.write("to nowhere")
os.close(1)
