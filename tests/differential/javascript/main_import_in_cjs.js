// differential: An import statement makes an ES module of a program that no package describes.
// exit: 0
import fs from "node:fs";

console.log(typeof fs.readFileSync, typeof require, import.meta.filename);
