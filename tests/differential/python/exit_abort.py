# differential: os.abort ends by SIGABRT without flushing.
# signal: SIGABRT
import os
import sys

sys.stdout.write("lost")
os.abort()
