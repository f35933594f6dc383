# differential: Codecs and error handlers that are looked up by name.
# exit: 0
import codecs

for name in ("UTF8", "latin1", "cp1252", "rot13", "hex", "idna", "utf-7", "mbcs", "nothing"):
    try:
        print(name, codecs.lookup(name).name)
    except LookupError as error:
        print(error)
for errors in ("ignore", "replace", "namereplace", "backslashreplace", "surrogatepass"):
    print("é☃\ud800".encode("ascii" if errors != "surrogatepass" else "utf-8", errors))
