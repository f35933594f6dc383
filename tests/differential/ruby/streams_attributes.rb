# differential: The three streams: sync, tty, numbers, modes.
# exit: 0
[$stdin, $stdout, $stderr].each do |stream|
  p [stream, stream.fileno, stream.sync, stream.tty?, stream.lineno] rescue p [stream.inspect, stream.fileno, stream.sync, $!.message]
  p [stream.close_on_exec?, stream.binmode?, stream.closed?, stream.stat.pipe?, stream.autoclose?]
end
p STDIN.equal?($stdin), STDOUT.equal?($stdout), $stdout.equal?($>), $stderr.pos rescue p $!.class
