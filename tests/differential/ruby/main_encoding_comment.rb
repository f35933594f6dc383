# coding: iso-8859-1
# differential: A comment about the encoding comes first, which another one of the interpreter's would not let count.
# exit: 0
# stdout: "ISO-8859-1 2 [195, 169]\n"
puts "#{__ENCODING__} #{"é".length} #{"é".bytes}"
