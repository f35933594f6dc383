# differential: open() without an encoding writes UTF-8 and warns about nothing.
# exit: 0
import pathlib

pathlib.Path("t").write_text("é\n")
print(pathlib.Path("t").read_bytes(), open("t").encoding, open("t", newline="").readlines())
try:
    open("t", encoding="ascii").read()
except UnicodeDecodeError as error:
    print(error)
