from __main__ import early

try:
    from __main__ import late
except ImportError as error:
    found = (early(), str(error))
