// differential: Stacks through async functions, classes, getters, eval, callbacks and natives.
// exit: 0
class Thing {
  static make() { return new Thing().value; }
  get value() { return [1].map(() => eval("new Error('deep').stack"))[0]; }
}

const clean = (stack) => stack.replace(/\(node:[^)]*\)/g, "(node)");
console.log(clean(Thing.make()));
const pause = () => new Promise((done) => setImmediate(done));
async function inner() { await pause(); throw new Error("after a pause"); }
async function outer() { await inner(); }
outer().catch((error) => console.log(clean(error.stack)));
