exports.name = "early";
exports.two = require("./two");
exports.name = "late";
