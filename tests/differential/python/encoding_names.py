# differential: Encodings of the locale, of file names, of open, and of the strings.
# exit: 0
import _locale
import io
import locale
import os
import sys

print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.flags.utf8_mode)
print(locale.getpreferredencoding(), locale.getpreferredencoding(False), locale.getlocale(), locale.getencoding())
print(_locale.setlocale(_locale.LC_CTYPE), _locale.setlocale(_locale.LC_NUMERIC), locale.setlocale(locale.LC_ALL))
print(open(os.devnull).encoding, io.text_encoding(None), locale.nl_langinfo(locale.CODESET))
