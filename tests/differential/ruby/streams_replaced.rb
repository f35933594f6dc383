# differential: $stdout replaced by a string, and put back.
# exit: 0
require "stringio"

$stdout = StringIO.new
puts "caught"
caught, $stdout = $stdout.string, STDOUT
p caught
begin
  $stdout = 1
rescue TypeError => error
  puts error.message
end
