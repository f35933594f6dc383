// differential: Arguments reach process.argv as they were sent, empty and unicode ones too.
// args: ["plain", "", "two words", "naïve ☃", "-e", "--", "a=b", "line\nbreak", "--version"]
// exit: 0
console.log(process.argv.length, process.argv.map((word) => JSON.stringify(word)).join(" "));
console.log(process.argv0, process.title, process.execPath);
