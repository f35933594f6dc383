# frozen_string_literal: true
# differential: A comment about strings comes first.
# exit: 1
# stdout: "true\n"
puts "a".frozen?
"a" << "b"
