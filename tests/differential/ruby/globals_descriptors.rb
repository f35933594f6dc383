# differential: Which descriptors a program has, and what the next one is.
# exit: 0
puts Dir.children("/proc/self/fd").map { |name| name.to_i }.sort.inspect.sub(/, \d+\]$/, "]")
puts File.open("/dev/null").fileno
puts IO.for_fd(5, autoclose: false).inspect rescue puts $!.class
puts $stdin.inspect, $stdout.fcntl(1), File.stat("/proc/self/exe").file?
