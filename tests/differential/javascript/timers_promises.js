// differential: The promises of timers, with a signal that ends them.
// exit: 0
const { setTimeout: sleep, setInterval: every, setImmediate: soon } = require("node:timers/promises");

(async () => {
  console.log(await sleep(1, "slept"), await soon("soon"));
  let count = 0;
  for await (const value of every(1, "tick")) if (count++ === 2) break;
  await sleep(1000, null, { signal: AbortSignal.timeout(10) }).catch((error) => console.log(error.name, error.code, count));
})();
