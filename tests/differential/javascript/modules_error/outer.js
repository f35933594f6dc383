module.exports = require("./inner");
