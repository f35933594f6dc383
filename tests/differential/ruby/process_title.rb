# differential: $0 can be changed, which shows in /proc.
# exit: 0
# stdout: "another\nmain.rb\nanother\nmain.rb\n"
$0 = "another"
puts $0, __FILE__, File.read("/proc/self/cmdline").delete("\0"), Process.argv0
