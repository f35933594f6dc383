# differential: Errors whose own text cannot be made.
# exit: 1
class Odd(Exception):
    def __str__(self):
        raise RuntimeError("no text")


raise Odd("hidden")
