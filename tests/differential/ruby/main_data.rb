# differential: What stands behind __END__ is DATA, a file that is open at that place.
# exit: 0
p DATA.class, DATA.path, DATA.lineno, DATA.fileno > 2
puts DATA.read
DATA.rewind
puts DATA.gets
__END__
first line
last line é
