# expect: ok
# prints: 4950 child 5 pong
require "socket"

threads = 4.times.map { |part| Thread.new { (part * 25...part * 25 + 25).sum } }
total = threads.sum(&:value)
reader, writer = IO.pipe
pid = fork do
  reader.close
  writer.print "child"
  writer.close
  exit! 5
end
writer.close
said = reader.read
Process.wait(pid)
status = $?.exitstatus
server = TCPServer.new("127.0.0.1", 0)
thread = Thread.new { server.accept.tap { |socket| socket.print "pong" }.close }
answer = TCPSocket.new("127.0.0.1", server.addr[1]).read
thread.join
puts "#{total} #{said} #{status} #{answer}"
