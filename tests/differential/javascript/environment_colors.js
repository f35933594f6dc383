// differential: FORCE_COLOR colours what the console shows.
// env: {"FORCE_COLOR": "1"}
// exit: 0
console.log({ a: 1, b: "text", c: null, d: undefined, e: Symbol("s"), f: () => 1 });
console.log(require("node:util").inspect([true], { colors: true }), process.stdout.hasColors?.());
