# differential: A syntax error of the program itself.
# exit: 1
def broken
  if true
    puts "never"
end
