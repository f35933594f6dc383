# differential: Threads, queues, mutexes, thread variables, time limits.
# exit: 0
require "timeout"

queue = Queue.new
threads = 4.times.map { |n| Thread.new(n) { |number| Thread.current[:n] = number; 100.times { queue << number } } }
threads.each(&:join)
p queue.size, threads.map { |thread| thread[:n] }, Thread.main == Thread.current, Thread.current.name, Thread.current.priority
p Thread.current.group == ThreadGroup::Default, Thread.main.inspect.sub(/0x\h+/, "0x"), Thread.pending_interrupt?
Timeout.timeout(0.05) { sleep 5 } rescue p $!.class, $!.message
begin
  Queue.new.pop
rescue Exception => error
  puts error.class, error.message.lines.first
end
