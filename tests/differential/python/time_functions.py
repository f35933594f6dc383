# differential: Clocks and calendars of fixed moments.
# exit: 0
import datetime
import time

print(time.gmtime(0), time.strftime("%c %Z %z", time.localtime(1_700_000_000)), time.tzname, time.timezone)
print(time.mktime(time.gmtime(86400)), time.asctime(time.gmtime(951827696)), datetime.datetime.fromtimestamp(1e9))
for clock in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    print(clock, time.get_clock_info(clock))
start = time.monotonic()
time.sleep(0.02)
print(0.02 <= time.monotonic() - start < 2, abs(time.time() - time.clock_gettime(time.CLOCK_REALTIME)) < 1, time.time() > 1.7e9)
