# differential: An uncaught SignalException ends the program by that signal.
# signal: SIGTERM
at_exit { puts "at_exit runs"; $stdout.flush }
Process.kill(:TERM, $$)
sleep 5
