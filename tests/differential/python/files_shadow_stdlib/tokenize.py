WHOSE = "my tokenize"
