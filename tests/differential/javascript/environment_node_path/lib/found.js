module.exports = "in lib";
