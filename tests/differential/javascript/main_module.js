// differential: require.main, module and the names that a CommonJS file gets.
// exit: 0
console.log(require.main === module, module.id, module.filename, module.loaded, module.parent, module.children.length);
console.log(module.paths, module.path, __filename, __dirname, arguments.length, typeof arguments.callee);
console.log(this === module.exports, this === exports, new.target, Object.keys(require), Object.keys(module));
