# differential: Files named like modules that the interpreter loads at its start are not looked at.
# exit: 0
import abc
import codecs
import io
import os
import site
import stat

print([hasattr(module, "WHOSE") for module in (abc, codecs, io, os, site, stat)])
