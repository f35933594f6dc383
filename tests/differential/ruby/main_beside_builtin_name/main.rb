# differential: A file of the program has a name that the interpreter asks for before it opens the program.
# exit: 0
begin
  require_relative "thread"
rescue LoadError
  puts "not loaded"
end
puts defined?(Own).inspect, $LOADED_FEATURES.grep(/work/)
