# differential: There is no terminal, and no size of one.
# exit: 0
import os
import shutil

for number in range(3):
    try:
        os.get_terminal_size(number)
    except OSError as error:
        print(error)
print(os.isatty(0), shutil.get_terminal_size())
for what in (os.ctermid, os.getlogin, lambda: os.ttyname(1), lambda: open("/dev/tty")):
    try:
        print(what())
    except OSError as error:
        print(error)
