// differential: Objects, maps and sets keep the order of their keys.
// exit: 0
// stdout: "1,2,b,a,-1 1,2,b,a,-1 {\"1\":1,\"2\":1,\"b\":2,\"a\":1,\"-1\":1,\"z\":0}\n"
const object = { b: 1, 2: 1, a: 1, 1: 1, [Symbol("s")]: 1, "-1": 1 };
console.log(Object.keys(object).join(), [...new Map(Object.entries(object)).keys()].join(), JSON.stringify({ ...object, ...{ b: 2, z: 0 } }));
