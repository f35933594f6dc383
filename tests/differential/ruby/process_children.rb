# differential: system, backticks, spawn with options, Open3 and exec.
# exit: 6
require "open3"

p system("exit 3"), $?.exitstatus, system("no-such-program"), `echo out`.chomp, %x(printf %s x)
out, err, status = Open3.capture3("cat; echo e >&2", stdin_data: "in")
p out, err, status.to_i
Process.wait(spawn({ "A" => "b" }, "echo $A; pwd; ls /proc/self/fd | tr '\n' ' '", unsetenv_others: false, chdir: "/tmp"))
`no-such-program` rescue puts $!.message
$stdout.flush
exec("sh", "-c", "echo replaced $0; exit 6", "name")
