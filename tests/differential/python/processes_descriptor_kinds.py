# differential: Where the open descriptors lead, without the numbers of pipes.
# exit: 0
import os
import re

listing = os.open("/proc/self/fd", os.O_RDONLY)
for name in sorted(os.listdir(listing), key=int):
    try:
        print(name, re.sub(r"\d+", "N", os.readlink(name, dir_fd=listing)))
    except OSError as error:
        print(name, error.strerror)
