Own = "own thread.rb"
