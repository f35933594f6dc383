// differential: Finalizers and weak references, with the collector called by hand.
// exit: 0
require("node:v8").setFlagsFromString("--expose-gc");
const collect = require("node:vm").runInNewContext("gc");
const registry = new FinalizationRegistry((value) => console.log("finalized", value));
let weak;
(() => {
  const thing = {};
  registry.register(thing, "thing");
  weak = new WeakRef(thing);
})();
console.log(typeof weak.deref());
setTimeout(() => {
  collect();
  setTimeout(() => console.log(weak.deref()), 20);
}, 1);
