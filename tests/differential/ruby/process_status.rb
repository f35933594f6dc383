# differential: Threads and flags of the process, as the kernel tells them.
# exit: 0
status = File.readlines("/proc/self/status", chomp: true).to_h { |line| line.split(":\t", 2) }
%w[Name Umask Threads CapEff CapBnd NoNewPrivs Seccomp Groups FDSize].each { |name| puts "#{name} #{status[name]}" }
puts Dir.children("/proc/self/task").size, status["Pid"] == $$.to_s, Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) < 2
