// differential: The eleventh listener is warned about.
// env: {"NODE_NO_WARNINGS": "1"}
// exit: 0
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
process.on("warning", (warning) => console.log(warning.name, warning.count, warning.type));
for (let n = 0; n < 11; n++) emitter.on("x", () => {});
process.emitWarning("a warning", { type: "Custom", code: "C1", detail: "with details" });
