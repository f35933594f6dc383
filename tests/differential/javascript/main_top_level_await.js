// differential: An await at the top makes an ES module of a program that no package describes.
// exit: 0
const value = await Promise.resolve(1);
console.log(value, typeof require, this);
