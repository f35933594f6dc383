# differential: A program that asks what time it has used, and how long it has run.
# exit: 0
# stdout: "true true true\n"
spent = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
puts [spent > 0.005, spent < 2, Process.times.utime + Process.times.stime < 2].join(" ")
