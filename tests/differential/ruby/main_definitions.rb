# differential: Methods defined at the top belong to Object, privately, and constants too.
# exit: 0
def helper = :helped

CONSTANT = 1
p Object.private_method_defined?(:helper), Object.const_defined?(:CONSTANT), method(:helper).owner
p Object.const_source_location(:CONSTANT), method(:helper).source_location
begin
  1.helper
rescue NoMethodError => error
  puts error.message.lines.first
end
