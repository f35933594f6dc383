# differential: Many modules of the standard library load one after the other.
# exit: 0
import importlib

names = """abc array ast asyncio base64 bisect bz2 calendar cmath collections concurrent.futures configparser contextlib copy csv ctypes
curses datetime dbm decimal difflib dis email enum fractions ftplib functools getopt glob graphlib gzip hashlib heapq hmac html http.client
imaplib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox math mimetypes multiprocessing numbers operator
optparse os pathlib pickle pkgutil platform plistlib pprint profile queue random re readline sched secrets select selectors shelve shlex
shutil signal smtplib socket sqlite3 ssl stat statistics string struct subprocess symtable sysconfig tarfile tempfile textwrap threading
timeit tokenize tomllib trace traceback tracemalloc types typing unicodedata unittest urllib.request uuid venv warnings wave weakref xml.dom
xml.etree.ElementTree xmlrpc.client zipfile zlib zoneinfo""".split()
for name in names:
    module = importlib.import_module(name)
    print(name, module.__name__, module.__spec__.has_location)
