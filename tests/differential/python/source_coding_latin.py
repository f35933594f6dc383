# differential: A coding line in the second line says how the bytes are read.
# -*- coding: latin-1 -*-
# exit: 0
# stdout: "'\\xe9\\xfc'\n"
print(ascii("éü"))
