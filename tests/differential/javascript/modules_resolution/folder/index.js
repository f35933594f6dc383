module.exports = `index in ${__dirname}`;
