// differential: An error while a file is required, with the way to it.
// exit: 1
console.log("before");
require("./outer");
