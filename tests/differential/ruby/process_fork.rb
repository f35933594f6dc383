# differential: fork, wait, pipes, and at_exit in the child.
# exit: 0
at_exit { puts "end of #{$who}"; $stdout.flush }
$who = "parent"
$stdout.sync = true
pid = fork do
  $who = "child"
  puts Thread.list.size, Process.ppid != $$
  exit 5
end
Process.wait(pid)
p $?.exitstatus, $?.success?, (Process.wait rescue $!.message)
