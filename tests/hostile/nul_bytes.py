# NUL bytes and lone halves of characters on both streams.
# row: O4
# expect: ok
import sys

sys.stdout.buffer.write(b"before\x00after\xff\xfe\xed\xa0\x80\n")
sys.stderr.buffer.write(b"\x00" * 100)
