#!/usr/bin/env lua
-- differential: A first line that begins with # is skipped.
-- exit: 0
print(debug.getinfo(1).currentline)
