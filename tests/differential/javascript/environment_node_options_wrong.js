// differential: An option that is not allowed in NODE_OPTIONS stops everything.
// env: {"NODE_OPTIONS": "--eval x"}
// exit: 9
console.log("never");
