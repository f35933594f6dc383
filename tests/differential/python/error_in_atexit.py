# differential: Errors in exit functions are told one by one; the exit code stays.
# exit: 0
import atexit


class Failing:
    def __repr__(self):
        return "<a failing function>"

    def __call__(self):
        return {}["key"]


atexit.register(print, "last")
atexit.register(int, "no number")
atexit.register(Failing())
print("end of the program")
