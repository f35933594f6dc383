// differential: Streams in a pipeline: transforms, errors, backpressure, web streams.
// exit: 0
const { Readable, Transform, Writable, pipeline } = require("node:stream");
const { text } = require("node:stream/consumers");

const upper = new Transform({ transform: (chunk, _, done) => done(null, String(chunk).toUpperCase()) });
pipeline(Readable.from(["a", "b", "c"]), upper, async function* (source) { for await (const chunk of source) yield `${chunk}-`; }, process.stdout.writable ? new Writable({ write(chunk, _, done) { console.log(String(chunk)); done(); } }) : null, (error) => console.log("done", error));
pipeline(Readable.from([1]), new Writable({ objectMode: true, write: (_, __, done) => done(new Error("full")) }), (error) => console.log(error.message));
const slow = new Writable({ highWaterMark: 3, write: (_, __, done) => setImmediate(done) });
console.log(slow.write("ab"), slow.write("cd"), slow.writableNeedDrain);
text(new Response("from the web").body).then(console.log);
