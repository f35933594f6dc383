// differential: A name used before its declaration, in a line with wide characters.
// exit: 1
console.log("größe ☃", later, "日本語");
let later = 1;
