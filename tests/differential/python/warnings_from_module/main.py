# differential: A DeprecationWarning is shown in __main__ and not in a module.
# exit: 0
import warnings

import old

old.f()
warnings.warn("shown here", DeprecationWarning)
