# differential: exit with a number inside ensure and at_exit: the last one counts.
# exit: 9
at_exit { puts "status #{$!.inspect} #{$!.status}"; exit 9 }
begin
  exit 3
ensure
  puts "ensure"
end
