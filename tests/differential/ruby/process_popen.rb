# differential: IO.popen in both directions, with another ruby.
# exit: 0
IO.popen([RbConfig.ruby, "-e", "puts $stdin.read.upcase; p ARGV, $0, $LOADED_FEATURES.size > 5", "word"], "r+") do |child|
  child.write("text")
  child.close_write
  puts child.read
end
p RbConfig.ruby, $?.exitstatus
