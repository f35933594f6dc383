# differential: OptionParser names the program after its file.
# args: ["--count", "many"]
# exit: 1
require "optparse"

parser = OptionParser.new { |options| options.on("--count N", Integer, "how many") }
puts parser.help, parser.program_name
parser.parse!
