# differential: The first line is a comment, and what is counted and shown of it is right.
# exit: 1
# stdout: "4 UTF-8 main.rb\n37\n"
puts "#{__LINE__} #{__ENCODING__} #{__FILE__}"
puts RubyVM::AbstractSyntaxTree.of(-> { 1 + 1 }).first_column
nil.upcase
