-- differential: What /proc tells of the program.
-- exit: 0
for _, name in ipairs { "cmdline", "comm", "oom_score_adj", "personality" } do
  print(name, string.format("%q", io.open("/proc/self/" .. name):read("a")))
end
for line in io.lines("/proc/self/status") do
  if line:match("^Name") or line:match("^Threads") or line:match("^Cap") or line:match("^NoNew") or line:match("^Seccomp") or line:match("^Sig[BIC]") or line:match("^Umask") then print(line) end
end
