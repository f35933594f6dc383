// differential: Errors that are found before the program runs: a name declared twice.
// exit: 1
console.log("never");
let twice = 1;
let twice = 2;
