// differential: Sixty thousand bytes, in many writes.
// exit: 0
for (let n = 0; n < 7_300; n++) console.log(String(n).padStart(7, "0"));
