# differential: threading.excepthook gets whatever a thread did not catch, a SystemExit too.
# exit: 0
# stdout: "hook: ZeroDivisionError division by zero t\nhook: SystemExit 5 t\n"
import sys
import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
for target in (lambda: 1 / 0, lambda: sys.exit(5)):
    thread = threading.Thread(target=target, name="t")
    thread.start()
    thread.join()
