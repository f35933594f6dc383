# differential: Recursion that is too deep, caught and shortened.
# exit: 0
def down(n) = down(n + 1)

begin
  down(0)
rescue SystemStackError => error
  puts error.message, error.backtrace.size > 5_000, error.backtrace.last
end
