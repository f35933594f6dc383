// differential: URLs, query strings, paths and globs of names.
// exit: 0
const url = new URL("http://user:p%20w@exämple.org:80/a/../b?x=1&x=2#é");
console.log(url, url.searchParams.getAll("x"), require("node:querystring").parse("a=1&a=2&b"), require("node:path").relative("/a/b", "/a/c/d"), require("node:url").fileURLToPath("file:///a%20b"), URL.canParse("x:"));
