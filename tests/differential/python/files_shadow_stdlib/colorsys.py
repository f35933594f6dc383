WHOSE = "my colorsys"
