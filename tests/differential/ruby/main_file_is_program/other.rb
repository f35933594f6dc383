puts "#{__FILE__} #{__FILE__ == $0} #{__dir__} #{caller_locations.last&.path}"
