# differential: What uncaught errors of several kinds print and end with, in children.
# exit: 0
['raise "x"', "exit 3", "exit!(4)", "abort 'aborted'", "raise SystemExit", "raise SignalException, 'TERM'", "throw :x", "raise Interrupt", "fail", "raise Class.new(StandardError)", "loop { raise StopIteration }", "exit false"].each do |code|
  IO.popen(["/usr/bin/ruby", "-e", code, { err: %i[child out] }]) { |child| print code, " -> ", child.read.gsub(/0x\h+/, "0x"), "\n" }
  p $?.exitstatus, $?.termsig
end
