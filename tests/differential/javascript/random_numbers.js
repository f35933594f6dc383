// differential: Random numbers differ between processes; shapes of what is random.
// exit: 0
const crypto = require("node:crypto");
const { execFileSync } = require("node:child_process");

const seen = new Set([1, 2, 3, 4].map(() => execFileSync(process.execPath, ["-p", "[Math.random(), crypto.randomUUID(), crypto.randomInt(2 ** 40)]"], { encoding: "utf8" })));
console.log(seen.size, new Set([1, 2, 3].map(Math.random)).size, crypto.randomBytes(5).length, /^[0-9a-f-]{36}$/.test(crypto.randomUUID()), crypto.getRandomValues(new Uint8Array(3)).length);
console.log(crypto.createHash("md5").update("x").digest("hex"), crypto.scryptSync("p", "s", 8).toString("hex"), crypto.getHashes().length, crypto.getFips());
