# differential: An uncaught error with its cause, and the marks under the part that failed.
# exit: 1
def inner = nil + 1

def outer
  inner
rescue NoMethodError
  raise ArgumentError, "größer\nin two lines"
end

puts "before"
outer
