// differential: The environment, its order, and what changes of it do.
// env: {"EMPTY": "", "UNICODE": "naïve ☃", "lower_2": "x"}
// exit: 0
console.log(process.env, Object.keys(process.env).length, "EMPTY" in process.env);
process.env.NUMBER = 42;
process.env.NOTHING = undefined;
delete process.env.HOME;
console.log(process.env.NUMBER === "42", process.env.NOTHING, process.env.HOME, require("node:os").homedir());
console.log(require("node:child_process").execSync("env | grep -v ^_ | sort").toString());
