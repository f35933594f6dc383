-- differential: Times of fixed moments in the zone of TZ.
-- env: {"TZ": "XST-3:30"}
-- exit: 0
print(os.date("%c", 0), os.date("!%F %T", 1700000000), os.time { year = 2000, month = 1, day = 1, hour = 0 }, os.date("*t", 0).isdst)
print(os.time() > 1.7e9, os.clock() < 1, os.difftime(5, 3))
