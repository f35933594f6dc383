// differential: A package.json beside the program makes a module of it.
// exit: 0
import { value } from "./beside.js";

console.log(value, typeof require, typeof module, import.meta.url, this);
