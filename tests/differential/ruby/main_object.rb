# differential: The object at the top: its name, class, methods and variables.
# exit: 0
p self, self.class, local_variables, binding.local_variables.size, binding.receiver
p private_methods(false).sort, singleton_methods.sort, instance_variables
p __method__, __dir__, __LINE__, __ENCODING__, caller, caller_locations.size
