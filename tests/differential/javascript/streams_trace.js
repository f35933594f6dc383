// differential: console.trace shows the way down to the program's start.
// exit: 0
function inner() {
  console.trace("here %d", 1);
}
inner();
