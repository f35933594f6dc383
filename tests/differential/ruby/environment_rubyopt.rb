# differential: RUBYOPT loads a library and turns warnings on before the program.
# env: {"RUBYOPT": "-w -rset -I/work/lib", "RUBYLIB": "/work/other"}
# exit: 0
p $VERBOSE, $LOAD_PATH.first(3), defined?(Set)
unused = 1
puts @nothing.inspect
