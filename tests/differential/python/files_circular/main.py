# differential: A circular import says so.
# exit: 1
import one
