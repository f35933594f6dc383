# differential: An error in __del__ is told with the function that failed, and ignored.
# exit: 0
class Failing:
    def __repr__(self):
        return "<a failing function>"

    def __call__(self):
        raise OSError("while going away")


class Sink:
    __del__ = Failing()


sink = Sink()
del sink
print("went on")
