-- differential: A child ends by a signal, then the program does.
-- signal: SIGTERM
print(os.execute("kill -9 $$"))
print(os.execute("exit 3"))
print(os.execute("true"))
io.stdout:flush()
os.execute("kill -TERM $PPID; sleep 1")
