# differential: An uncaught interrupt.
# signal: SIGINT
begin
  Process.kill(:INT, Process.pid)
  sleep 5
ensure
  puts "ensure"
end
