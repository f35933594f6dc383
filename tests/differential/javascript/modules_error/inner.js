const settings = undefined;
module.exports = settings.colour;
