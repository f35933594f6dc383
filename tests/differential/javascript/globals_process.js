// differential: Every property of process, in its order.
// exit: 0
console.log(Reflect.ownKeys(process).map(String).join(" "));
console.log(Object.getPrototypeOf(process), process.version, process.versions.v8, process.release.name, process.config.variables.napi_build_version, process.platform, process.arch);
