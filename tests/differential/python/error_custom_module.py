# differential: The name of an error's class is shown with its module, unless that is __main__.
# exit: 1
import decimal
import traceback


class Outer:
    class Inner(Exception):
        pass


for error in (Outer.Inner("x"), decimal.InvalidOperation("y"), KeyError("z"), Exception()):
    print(traceback.format_exception_only(error))
raise Outer.Inner("two\nlines")
