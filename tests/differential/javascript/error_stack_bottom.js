// differential: What lies below the program's own frame.
// exit: 0
console.log(new Error("at the bottom").stack);
Error.stackTraceLimit = 50;
console.log(new Error("all of it").stack);
