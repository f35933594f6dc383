# differential: An uncaught KeyboardInterrupt ends the program by the signal.
# signal: SIGINT
print("before")
raise KeyboardInterrupt("by hand")
