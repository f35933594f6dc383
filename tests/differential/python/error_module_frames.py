# differential: traceback.format_exc and walk_tb show no frame above the module.
# exit: 0
import sys
import traceback

try:
    try:
        [].pop()
    except IndexError as error:
        error.__traceback__.tb_frame.f_globals["seen"] = True
        raise KeyError("k") from error
except KeyError:
    print(traceback.format_exc())
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(sys.exc_info()[2])])
summary = traceback.TracebackException.from_exception(ValueError("v"))
print(list(summary.format()))
