// differential: readline over events, and over for await.
// stdin: "one\r\ntwo\rthree\n\nlast"
// exit: 0
const readline = require("node:readline");

(async () => {
  const reader = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  for await (const line of reader) console.log(JSON.stringify(line), reader.line, reader.terminal);
  console.log("closed");
})();
