#!/usr/bin/env node
// differential: A first line with a shebang is skipped.
// exit: 0
console.log(new Error("here").stack.split("\n")[1].trim());
