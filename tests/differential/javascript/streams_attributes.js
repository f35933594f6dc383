// differential: The three streams: kinds, numbers, marks, encodings.
// exit: 0
const tty = require("node:tty");

for (const stream of [process.stdin, process.stdout, process.stderr]) {
  console.log(stream.constructor.name, stream.fd, stream.isTTY, stream.readable, stream.writable, stream.readableHighWaterMark, stream.writableHighWaterMark, stream._type, stream.columns);
  console.log(stream.listenerCount("error"), stream.eventNames().map(String).sort().join(" "), stream.destroyed, tty.isatty(stream.fd));
}
console.log(process.stdout === process.stdout, process.stdout.hasColors, process.stdout._handle?.constructor.name);
