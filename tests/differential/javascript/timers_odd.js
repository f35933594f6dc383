// differential: Negative, huge and strange times, with a warning.
// env: {"NODE_NO_WARNINGS": "1"}
// exit: 0
process.on("warning", ({ name, message }) => console.log(name, message));
const timer = setTimeout(() => console.log("huge became 1"), 2 ** 31);
setTimeout(() => console.log("negative"), -5);
setTimeout(() => console.log("text"), "2");
for (const wrong of [undefined, "code"]) {
  try {
    setTimeout(wrong);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
console.log(timer._idleTimeout);
