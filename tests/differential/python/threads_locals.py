# differential: Thread-local values are each thread's own, and go with it.
# exit: 0
import contextvars
import threading

local = threading.local()
local.value = "main"
variable = contextvars.ContextVar("variable", default="default")
variable.set("main")


def work():
    print(hasattr(local, "value"), variable.get())
    local.value = variable.set("thread") and "thread"


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(local.value, variable.get(), contextvars.copy_context()[variable])
