# differential: The collector's settings and the trace hooks at the start.
# exit: 0
p GC.disable, GC.enable, GC.stress, GC.measure_total_time, GC::INTERNAL_CONSTANTS.keys.first(2), GC.stat.keys.size
p ObjectSpace.garbage_collect, RubyVM::InstructionSequence.compile_option[:peephole_optimization], RubyVM.stat.keys
trace = []
TracePoint.new(:call, :c_call) { |point| trace << [point.event, point.method_id] }.enable { def seen = [3, 1].sort; seen }
p trace
