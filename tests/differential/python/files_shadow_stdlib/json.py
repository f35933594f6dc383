WHOSE = "my json"
