# differential: The handlers of all signals, as trap gives them back, and the masks of the kernel.
# exit: 0
Signal.list.sort_by(&:last).each do |name, number|
  puts "#{name} #{trap(name, 'DEFAULT').inspect}"
rescue ArgumentError, SystemCallError => error
  puts error.message
end
puts File.readlines("/proc/self/status").grep(/^(Sig[BIP]|ShdPnd)/)
