# differential: __FILE__ == $0 in the program, and not in what it requires.
# exit: 0
puts "program: #{__FILE__ == $0}"
require_relative "other"
load "./other.rb"
p $LOADED_FEATURES.grep(/work/), require_relative("other"), require("./other")
