# differential: Modules of source in several encodings.
# exit: 0
import pathlib

pathlib.Path("with_bom.py").write_bytes(b"\xef\xbb\xbfvalue = '\xc3\xa9'\n")
pathlib.Path("in_cp1251.py").write_bytes(b"# coding: cp1251\nvalue = '\xcf\xf0'\n")
pathlib.Path("wrong.py").write_bytes(b"value = '\xff'\n")
import in_cp1251
import with_bom

print(with_bom.value, in_cp1251.value)
try:
    import wrong
except SyntaxError as error:
    print(error)
