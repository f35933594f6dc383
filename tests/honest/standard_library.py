# expect: ok
# prints: ünïcödé 0.1 [1, 1, 2, 6] 55 True
import ctypes
import datetime
import decimal
import fcntl
import json
import locale
import random
import signal
import sqlite3
import ssl
import sys
import time
import zlib

signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.05)
signal.pause()
base = sqlite3.connect("numbers.db")
base.execute("CREATE TABLE numbers (n INTEGER)")
base.executemany("INSERT INTO numbers VALUES (?)", [(n,) for n in range(11)])
base.commit()
total = base.execute("SELECT sum(n) FROM numbers").fetchone()[0]
with open("locked", "w") as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    fcntl.lockf(file, fcntl.LOCK_EX)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


fine = depth(900) == 900 and zlib.decompress(zlib.compress(b"x" * 1000)) == b"x" * 1000 and random.random() < 1
fine = fine and ctypes.CDLL(None).getpid() > 0 and ssl.OPENSSL_VERSION != "" and time.monotonic() > 0
fine = fine and datetime.datetime.now().year > 2000 and locale.getpreferredencoding() == "UTF-8" and sys.stdout.encoding == "utf-8"
print("ünïcödé", decimal.Decimal("0.1"), json.loads("[1, 1, 2, 6]"), total, fine)
