# differential: Fibers, enumerators and a ractor with its warning.
# exit: 0
fiber = Fiber.new { |x| y = Fiber.yield(x * 2); Fiber.yield(y + 1); :done }
p fiber.resume(5), fiber.resume(1), fiber.resume, fiber.alive?, (fiber.resume rescue $!.message)
numbers = Enumerator.new { |out| n = 0; loop { out << n += 1 } }
p numbers.lazy.select(&:even?).first(3), numbers.next, numbers.next
p Ractor.new { Ractor.receive + 1 }.tap { |ractor| ractor.send(41) }.take
