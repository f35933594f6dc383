# differential: Every attribute of the three streams.
# exit: 0
import os
import sys

for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.errors, stream.line_buffering, stream.write_through, stream.newlines)
    print(stream.fileno(), stream.isatty(), stream.readable(), stream.writable(), stream.seekable(), stream.closed, stream._CHUNK_SIZE)
    raw = getattr(stream.buffer, "raw", stream.buffer)
    print(type(stream.buffer).__name__, stream.buffer.name, stream.buffer.mode, raw.closefd, raw)
    print(stream, os.get_inheritable(stream.fileno()), os.get_blocking(stream.fileno()))
