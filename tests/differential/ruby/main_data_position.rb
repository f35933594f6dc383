# differential: What DATA is: where it stands, which file it is of, and what it was opened as.
# exit: 0
puts __LINE__, DATA.pos, DATA.read, DATA.eof?
DATA.rewind
puts DATA.read(6), DATA.pos, DATA.stat.file?, File.size(DATA), DATA.path, DATA.external_encoding
puts Dir.children("/proc/self/fd").size, File.readlink("/proc/self/fd/#{DATA.fileno}"), DATA.close_on_exec?
puts DATA.fcntl(3) & File::NONBLOCK, DATA.tty?, File.identical?("main.rb", DATA.path)
__END__
é
