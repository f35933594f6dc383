# differential: No class, module, thread or open file lives but the interpreter's own.
# exit: 0
puts ObjectSpace.each_object(Module).filter_map(&:name).sort.join(" ")
p ObjectSpace.each_object(IO).reject(&:closed?).map(&:fileno).sort, Thread.list.size
p ObjectSpace.each_object(Binding).count <= 2
