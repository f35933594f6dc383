// differential: Recursion that is too deep is a RangeError.
// exit: 1
function down(n) {
  return 1 + down(n + 1);
}

try {
  down(0);
} catch (error) {
  console.log(error.name, error.message, error.stack.split("\n").length);
}
Error.stackTraceLimit = 3;
down(0);
