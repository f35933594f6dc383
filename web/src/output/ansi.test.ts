import { describe, expect, it } from "vitest";
import { AnsiParser, safeUrl } from "./ansi";

const parse = (input: string) => new AnsiParser().push(input);

describe("AnsiParser", () => {
  it("passes plain text and newlines", () => {
    expect(parse("a\nb")).toEqual([{ kind: "text", text: "a" }, { kind: "newline" }, { kind: "text", text: "b" }]);
  });

  it("reads colours", () => {
    expect(parse("\u001b[1;31mred\u001b[m")).toEqual([
      { kind: "style", parameters: [1, 31] },
      { kind: "text", text: "red" },
      { kind: "style", parameters: [0] },
    ]);
  });

  it("holds a sequence that is cut between two pieces", () => {
    const parser = new AnsiParser();
    expect(parser.push("x\u001b[3")).toEqual([{ kind: "text", text: "x" }]);
    expect(parser.push("2mgo")).toEqual([
      { kind: "style", parameters: [32] },
      { kind: "text", text: "go" },
    ]);
  });

  it("drops cursor addressing, titles, device strings and private modes", () => {
    expect(parse("\u001b[10;5Ha\u001b]0;title\u0007b\u001bPq#0\u001b\\c\u001b[?25ld\u001b(Be")).toEqual([
      { kind: "text", text: "abcde" },
    ]);
  });

  it("drops NUL and other control characters", () => {
    expect(parse("a\u0000b\u0007c")).toEqual([{ kind: "text", text: "abc" }]);
  });

  it("keeps web links only", () => {
    expect(parse("\u001b]8;;https://example.org/\u0007x\u001b]8;;\u001b\\")).toEqual([
      { kind: "link", url: "https://example.org/" },
      { kind: "text", text: "x" },
      { kind: "link", url: null },
    ]);
    expect(parse("\u001b]8;;javascript:alert(1)\u0007")).toEqual([{ kind: "link", url: null }]);
  });

  it("does not hold an endless sequence", () => {
    const parser = new AnsiParser();
    parser.push(`\u001b]8;;${"x".repeat(10_000)}`);
    expect(parser.push("after")).toEqual([{ kind: "text", text: "after" }]);
  });
});

describe("safeUrl", () => {
  it.each(["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host", "", "vscode://x"])(
    "refuses %s",
    (url) => expect(safeUrl(url)).toBeNull(),
  );
});
