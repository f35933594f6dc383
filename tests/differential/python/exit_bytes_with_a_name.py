# differential: A buffer in memory that was given a method of its own is closed by that.
# exit: 0
import io
import os

kept = io.BytesIO()
kept.me = kept
kept.close = lambda: os.write(2, b"closed\n")
del kept
