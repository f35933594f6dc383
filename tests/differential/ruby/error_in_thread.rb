# differential: An error in a thread is raised again by those who wait for it.
# exit: 1
thread = Thread.new do
  Thread.current.name = "worker"
  Thread.current.report_on_exception = false
  raise "in a thread"
end
begin
  thread.value
rescue RuntimeError => error
  puts error.message, thread.status.inspect, Thread.abort_on_exception, Thread.report_on_exception
end
quiet = Thread.new { throw :nothing }
quiet.report_on_exception = false
quiet.join
