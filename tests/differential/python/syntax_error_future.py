# differential: A __future__ import that comes too late.
# exit: 1
import sys
from __future__ import annotations
