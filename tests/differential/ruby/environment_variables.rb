# differential: The environment, in its order, and what changes of it do.
# env: {"EMPTY": "", "UNICODE": "naïve ☃"}
# exit: 0
ENV.each { |name, value| puts "#{name}=#{value}" }
ENV["ADDED"] = "é"
ENV.delete("HOME")
puts `env | sort`, ENV["UNICODE"].encoding, ENV["EMPTY"].inspect, ENV.to_h.size
