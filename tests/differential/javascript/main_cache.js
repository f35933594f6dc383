// differential: What require.cache holds at the start and after requiring the program itself.
// exit: 0
console.log(Object.keys(require.cache), require("./main.js") === module.exports, Object.keys(require.extensions));
delete require.cache[__filename];
if (!process.ran) {
  process.ran = true;
  require("./main.js");
}
console.log("end", process.ran);
