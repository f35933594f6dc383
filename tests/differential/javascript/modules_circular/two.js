const one = require("./one");

exports.seen = one.name;
console.log(one.missing, require.main.filename, module.parent === require.cache[require.resolve("./one")]);
