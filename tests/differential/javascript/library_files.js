// differential: Files, folders, links, watchers that cannot be, and permissions.
// exit: 0
const fs = require("node:fs");
const path = require("node:path");

fs.mkdirSync("a/b", { recursive: true });
fs.writeFileSync("a/b/file", "é", { mode: 0o600 });
fs.symlinkSync("b/file", "a/link");
console.log(fs.readdirSync(".", { recursive: true }).sort(), fs.readFileSync("a/link", "utf8"), (fs.statSync("a/b/file").mode & 0o777).toString(8), fs.statSync("a").mode.toString(8), fs.realpathSync("a/link"));
console.log(path.resolve("x"), fs.existsSync("absent"), fs.openSync("a/b/file") > 2, fs.mkdtempSync("/tmp/t-").length, fs.readlinkSync("a/link"));
fs.promises.rm("a", { recursive: true }).then(() => console.log(fs.readdirSync(".")));
for (const place of ["/usr/x", "/etc/passwd", "/proc/x"]) {
  try {
    fs.openSync(place, "a");
  } catch (error) {
    console.log(place, error.code);
  }
}
