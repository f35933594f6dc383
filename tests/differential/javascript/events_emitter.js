// differential: Emitters: order, once, errors without a listener.
// exit: 1
const EventEmitter = require("node:events");

const emitter = new EventEmitter({ captureRejections: true });
emitter.on("x", (n) => console.log("second", n)).prependListener("x", () => console.log("first")).once("x", () => console.log("once"));
console.log(emitter.emit("x", 1), emitter.emit("x", 2), emitter.emit("nothing"), emitter.listenerCount("x"));
EventEmitter.once(emitter, "later").then(([value]) => console.log("awaited", value, emitter.emit("error", new Error("nobody listens"))));
emitter.emit("later", 42);
