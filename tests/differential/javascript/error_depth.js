// differential: How deep the stack is at the start, in coarse steps.
// exit: 0
// stdout: "true true\n"
let depth = 0;
const down = () => {
  depth++;
  down();
};
try {
  down();
} catch {}
console.log(depth > 5_000, depth < 50_000);
