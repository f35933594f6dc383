# differential: $LOAD_PATH and the features that are loaded before the program.
# exit: 0
puts $LOAD_PATH, "--", $LOADED_FEATURES
p Gem::VERSION, Gem.loaded_specs.keys.sort, defined?(DidYouMean), defined?(ErrorHighlight), defined?(RubyVM::YJIT)
