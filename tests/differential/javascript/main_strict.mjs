// differential: Modules are strict, and their bindings live.
// exit: 0
import * as itself from "./main.mjs";

export let counter = 0;
export default function named() {}
try {
  undeclared = 1;
} catch (error) {
  console.log(`${error}`);
}
counter++;
console.log(itself.counter, itself, Object.getOwnPropertyDescriptor(itself, "counter"));
try {
  itself.counter = 5;
} catch (error) {
  console.log(`${error}`);
}
