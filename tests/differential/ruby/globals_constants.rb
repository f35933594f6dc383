# differential: The constants of Object at the start, and the classes below it.
# exit: 0
puts Object.constants.sort.join(" ")
p RUBY_VERSION, RUBY_ENGINE, RUBY_PLATFORM, RUBY_PATCHLEVEL, RUBY_COPYRIGHT, RUBY_DESCRIPTION, TOPLEVEL_BINDING.local_variables
