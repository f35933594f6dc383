// differential: process.exit right after a large write loses nothing of it.
// exit: 2
process.stdout.write("x".repeat(59_000) + "\n");
console.error("to stderr");
process.exit(2);
