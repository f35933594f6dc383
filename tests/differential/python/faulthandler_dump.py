# differential: faulthandler is off, and dumps the stack when asked.
# exit: 0
import faulthandler
import re


def inner():
    with open("dump", "w+") as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        print(re.sub("0x[0-9a-f]+", "0x...", file.read()), end="")


print(faulthandler.is_enabled())
inner()
faulthandler.dump_traceback_later(60)
faulthandler.cancel_dump_traceback_later()
