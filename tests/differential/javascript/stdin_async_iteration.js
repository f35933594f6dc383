// differential: for await over process.stdin, with an encoding.
// stdin: "é☃𝒳 and more"
// exit: 0
(async () => {
  process.stdin.setEncoding("utf8");
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  console.log(text, text.length, process.stdin.readableEncoding);
})();
