# differential: Warnings: shown ones, verbose ones, their categories, Warning.warn.
# exit: 0
warn "plain", uplevel: 0
p Warning[:deprecated], Warning[:experimental], $VERBOSE
X = 1
X = 2
def Warning.warn(text, category: nil) = $stdout.print("seen: #{text}")
Y = 1
Y = 2
eval("case [1]; in [a] unless false; p a; end")
