// differential: Two files that require each other see what is ready.
// env: {"NODE_NO_WARNINGS": "1"}
// exit: 0
process.on("warning", (warning) => console.log(`${warning}`));
console.log(require("./one").name, require("./two").seen, module.children.map((child) => require("node:path").basename(child.id)));
