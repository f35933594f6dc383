// differential: A program that does not read its input ends by itself.
// stdin: "unread\n"
// exit: 0
// stdout: "end 0 0\n"
console.log("end", process.stdin.readableLength, process.stdin.listenerCount("data"));
