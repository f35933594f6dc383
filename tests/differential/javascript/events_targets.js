// differential: EventTarget, AbortController and errors in listeners.
// exit: 1
const controller = new AbortController();
controller.signal.addEventListener("abort", (event) => console.log(event.type, controller.signal.reason.name), { once: true });
controller.abort();
const target = new EventTarget();
target.addEventListener("x", { handleEvent: () => { throw new Error("in a listener"); } });
target.addEventListener("x", () => console.log("the next listener runs"));
console.log(target.dispatchEvent(new Event("x")));
process.on("exit", (code) => console.log("exit", code));
