# differential: Handlers run in the main thread, and a mutex cannot be locked in them.
# exit: 0
%w[USR1 USR2 HUP].each { |name| trap(name) { |number| puts "#{Signal.signame(number)} in #{Thread.current == Thread.main}" } }
%w[USR1 USR2 HUP].each { |name| Process.kill(name, $$); sleep 0.02 }
trap("USR1") { Mutex.new.lock rescue puts $!.message }
Process.kill(:USR1, $$)
sleep 0.02
p trap("USR1", "IGNORE").class, trap("EXIT") { puts "exit trap" }
