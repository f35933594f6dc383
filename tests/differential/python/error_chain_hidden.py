# differential: `from None` hides the context.
# exit: 1
try:
    open("/work/absent")
except OSError:
    raise LookupError("only this shows") from None
