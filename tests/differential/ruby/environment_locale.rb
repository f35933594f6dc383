# differential: LC_ALL=C changes the default encodings.
# env: {"LC_ALL": "C"}
# exit: 0
p Encoding.default_external, Encoding.default_internal, Encoding.find("locale"), Encoding.find("filesystem"), __ENCODING__, ARGV.size
puts "é".inspect, ENV["HOME"].encoding
