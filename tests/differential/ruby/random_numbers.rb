# differential: Seeded random numbers are fixed, unseeded ones differ, in forks too.
# exit: 0
srand(42)
p rand(100), rand, [1, 2, 3, 4].shuffle, Random.new(1).bytes(3), Random.rand(1.0) < 1, srand
Random.srand
seen = 3.times.map { IO.popen(["ruby", "-e", "p rand"]).read } + 3.times.map { IO.popen("-") { |child| child ? child.read : print(rand) } }
p seen.uniq.size, Random.seed != Random.new_seed, [*1..20].shuffle != [*1..20].shuffle || "once in a while"
p "text".hash == "text".hash, 3.times.map { IO.popen(["ruby", "-e", "p 'text'.hash"]).read }.uniq.size
