# differential: Times of fixed moments, in the zone of TZ.
# env: {"TZ": "XST-3:30"}
# exit: 0
p Time.at(0), Time.at(1_700_000_000).utc, Time.now.zone, Time.local(2024, 2, 29).to_i, Time.at(1.5).strftime("%F %T.%L %z")
p Process.clock_gettime(Process::CLOCK_MONOTONIC).class, Time.now.year >= 2024
