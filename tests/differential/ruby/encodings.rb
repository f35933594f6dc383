# differential: The encodings of sources, streams, strings and file names.
# stdin: "é\n"
# exit: 0
p Encoding.default_external, Encoding.default_internal, Encoding.find("filesystem"), "x".encoding, :x.encoding, :é.encoding
p $stdin.external_encoding, $stdout.external_encoding, $stderr.internal_encoding, gets.encoding, "\xff".valid_encoding?
p "é".b, "é".encode("ISO-8859-1").bytes, ("é".b + "☃" rescue $!.message), "e\u0301".unicode_normalize(:nfc).length
File.write("ä", "x")
p Dir.children(".").sort, Dir.children(".").max.encoding
