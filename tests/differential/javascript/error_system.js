// differential: Errors of the system have codes, numbers and paths.
// exit: 1
const fs = require("node:fs");

for (const attempt of [() => fs.readFileSync("absent"), () => fs.mkdirSync("."), () => fs.writeFileSync("/usr/x", ""), () => process.chdir("absent"), () => Buffer.alloc(-1), () => process.kill(1e9), () => new URL("no url"), () => JSON.parse("{a"), () => null.x, () => BigInt(1.5)]) {
  try {
    attempt();
  } catch ({ name, code, errno, syscall, path, message }) {
    console.log(name, code, errno, syscall, path, message);
  }
}
fs.promises.readFile("absent too");
