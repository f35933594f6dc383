// differential: A syntax error of the program itself.
// exit: 1
console.log("never");
const value = {
  key: 1,
  other 2,
};
