# differential: What modules of the library keep between calls is empty at the start.
# exit: 0
import atexit
import encodings
import linecache
import re
import sys
import weakref

print(atexit._ncallbacks(), linecache.cache, len(re._cache), sorted(encodings._cache), len(weakref.finalize._registry))
import asyncio
import copyreg
import logging
import mimetypes
import multiprocessing.process
import socket
import tempfile
import threading
import urllib.request
import uuid

print(logging.root.handlers, logging.root.level, mimetypes.inited, socket.getdefaulttimeout(), tempfile.tempdir, urllib.request._opener, uuid._node)
print(next(multiprocessing.process._process_counter), asyncio.events._event_loop_policy, threading.__excepthook__ is threading.excepthook, len(copyreg.dispatch_table))
