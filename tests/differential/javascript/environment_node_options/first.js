globalThis.first = "loaded first";
console.log("first", require.main === undefined, module.parent?.id);
