# differential: Libraries of the standard distribution load and answer; one that does not exist does not.
# exit: 1
%w[json set yaml erb csv date digest time ostruct securerandom shellwords socket stringio strscan tempfile tsort uri zlib bigdecimal pp open3 benchmark forwardable monitor observer pstore logger matrix prime].each do |name|
  puts "#{name} #{require(name)}"
rescue LoadError => error
  puts error.message
end
p JSON.parse('{"a": [1, 2.5, null]}'), { a: 1 }.to_yaml, Digest::MD5.hexdigest("x"), BigDecimal("0.1").to_s, Zlib.crc32("x"), URI("http://a/b?c").query, Date.new(2024, 2, 29).next_year.to_s
require "no/such/thing"
