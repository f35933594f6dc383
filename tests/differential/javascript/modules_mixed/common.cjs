exports.named = "named";
exports["computed"] = typeof require;
