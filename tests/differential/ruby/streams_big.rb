# differential: Sixty thousand bytes, in many writes.
# exit: 0
7_300.times { |n| printf("%07d\n", n) }
