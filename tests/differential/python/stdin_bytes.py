# differential: Standard input as bytes, with a peek into the buffer.
# stdin: "a\u0000b\r\nc\rd\né"
# exit: 0
import sys

print(sys.stdin.buffer.peek(3)[:3], sys.stdin.buffer.read(2), sys.stdin.buffer.raw.read(100), sys.stdin.buffer.readline())
