# differential: File names that are no UTF-8 come and go as surrogates.
# exit: 0
import os

open(b"odd-\xff", "w").close()
open("é", "w").close()
print(sorted(map(ascii, os.listdir())), sorted(os.listdir(b".")))
print(ascii(os.fsdecode(b"\x80")), os.fsencode("\udc80"), os.path.exists("odd-\udcff"))
