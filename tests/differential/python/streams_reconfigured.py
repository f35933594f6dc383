# differential: reconfigure changes encoding, errors and line ends of what comes after.
# exit: 0
import sys

print("é")
sys.stdout.reconfigure(encoding="latin-1", errors="xmlcharrefreplace", newline="\r\n", line_buffering=True)
print("é ☃", sys.stdout.line_buffering)
sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="\n")
print("é ☃")
