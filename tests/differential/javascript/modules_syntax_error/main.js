// differential: A syntax error in a required file.
// exit: 1
require("./broken");
