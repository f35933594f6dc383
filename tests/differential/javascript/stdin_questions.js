// differential: Questions with their prompts: a line that comes before it is asked for is lost, and the program ends.
// stdin: "Ann\n42\n"
// exit: 0
const { createInterface } = require("node:readline/promises");

const reader = createInterface({ input: process.stdin, output: process.stdout });
(async () => {
  console.log(`Hello ${await reader.question("Name? ")}`);
  console.log(`Age ${await reader.question("Age? ")}`);
  reader.on("close", () => console.log("closed"));
  await reader.question("More? ");
  console.log("never");
})();
