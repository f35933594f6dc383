# differential: TZ decides about local time from the start.
# env: {"TZ": "XST-3:30XDT,M3.2.0,M11.1.0"}
# exit: 0
import datetime
import time

print(time.tzname, time.timezone, time.altzone, time.daylight)
for seconds in (0, 1_700_000_000, 1_720_000_000):
    print(time.localtime(seconds), datetime.datetime.fromtimestamp(seconds).astimezone().isoformat())
