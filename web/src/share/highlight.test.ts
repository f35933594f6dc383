import { describe, expect, it } from "vitest";
import { highlightLines } from "./highlight";

const text = (lines: Awaited<ReturnType<typeof highlightLines>>) =>
  lines?.map((line) => line.map((token) => token.text).join("")).join("\n");

it("colours a language it has a grammar for, losing no character", async () => {
  const source = 'def f(x):\n    return "é" + x\n';
  const lines = await highlightLines("main.py", source);
  expect(text(lines)).toBe(source);
  expect(lines?.[0]?.[0]).toEqual({ text: "def", className: "tok-keyword" });
});

describe("languages known line by line", () => {
  it.each([
    ["main.lua", "-- note\nlocal s = [[two\nlines]]\nprint(s, 12)\n", ["comment", "keyword", "string", "number"]],
    ["main.pl", 'my $x = "é"; # note\nprint "$x\\n" if $x =~ /a+/;\n', ["comment", "keyword", "string"]],
    [
      "main.rb",
      '# note\ndef f(x)\n\tputs "a #{x} b", :sym, 3\nend\n',
      ["comment", "keyword", "string", "number", "atom"],
    ],
    ["main.sh", "# note\nfor x in 1 2; do\n  echo \"$x\" 'y'\ndone\n", ["comment", "keyword", "string", "typeName"]],
    ["main.sql", "-- note\nSELECT 'é', 42 FROM t; /* two\nlines */\n", ["comment", "keyword", "string", "number"]],
  ])("colours %s, losing no character", async (path, source, kinds) => {
    const lines = await highlightLines(path, source);
    expect(text(lines)).toBe(source);
    const found = new Set(lines?.flat().map((token) => token.className));
    expect([...found]).toEqual(expect.arrayContaining(kinds.map((kind) => `tok-${kind}`)));
  });

  it("carries what one line opened to the next", async () => {
    const lines = await highlightLines("a.sql", "/* one\n\ntwo */ SELECT");
    expect(lines?.[2]?.[0]).toEqual({ text: "two */", className: "tok-comment" });
    expect(lines?.[2]?.at(-1)).toEqual({ text: "SELECT", className: "tok-keyword" });
  });
});

it("leaves other files plain", async () => {
  expect(await highlightLines("notes.txt", "x = 1")).toBeNull();
});
