# differential: Children get no descriptor of the program but those that are passed on.
# exit: 0
import os
import subprocess

read, write = os.pipe()
kept = os.open("/dev/null", os.O_RDONLY)
os.set_inheritable(kept, True)
listing = ["ls", "/proc/self/fd"]
for options in ({}, {"close_fds": False}, {"pass_fds": [write]}):
    print(options, subprocess.run(listing, capture_output=True, text=True, check=True, **options).stdout.split())
