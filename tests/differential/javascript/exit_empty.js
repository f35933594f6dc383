// differential: A program with nothing in it ends at once.
// exit: 0
// stdout: ""

