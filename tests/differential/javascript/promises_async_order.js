// differential: await of values, promises and thenables takes its number of turns.
// exit: 0
const log = [];
const turns = (async () => { for (let n = 0; n < 6; n++) { log.push(n); await null; } })();
(async () => { await 1; log.push("value"); })();
(async () => { await Promise.resolve(); log.push("promise"); })();
(async () => { await { then: (done) => done() }; log.push("thenable"); })();
(async () => (await (async () => Promise.resolve())(), log.push("returned promise")))();
Promise.all([turns]).then(() => console.log(log.join(" ")));
