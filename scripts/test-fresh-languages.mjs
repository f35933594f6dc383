// Runs the hello program of each language through the API of the server given as the first argument.
const base = process.argv[2];
const wanted =
  "python javascript typescript c cpp java go rust ruby php perl lua bash sql".split(" ");

const answer = async (path, body) => {
  const response = await fetch(`${base}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", prefer: "wait=60" },
    body: body && JSON.stringify(body),
  });
  const json = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(json)}`);
  return json;
};

let failed = 0;
for (const id of wanted) {
  const language = await answer(`/languages/${id}`);
  const record = await answer("/executions", { language: id, source: language.hello });
  const good = record.verdict === "ok" && record.stdout.length > 0;
  failed += good ? 0 : 1;
  console.log(good ? "ok  " : "FAIL", id.padEnd(12), language.version, JSON.stringify(record.stdout), good ? "" : record);
}
process.exit(failed === 0 ? 0 : 1);
