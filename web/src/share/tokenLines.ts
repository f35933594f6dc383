import { StringStream, type StreamParser } from "@codemirror/streamparser";
import type { Token } from "./highlight";

/** As in the editor; tokenizers only measure with it. */
const TAB = 4;

/**
 * What tokenizers call the parts of a program, as the classes that grammars give them. Names with a dot are a word and
 * its qualities; the longest known beginning counts.
 */
const CLASSES: Record<string, string> = {
  keyword: "tok-keyword",
  string: "tok-string",
  "string.special": "tok-string2",
  "string-2": "tok-string2",
  number: "tok-number",
  atom: "tok-atom",
  comment: "tok-comment",
  type: "tok-typeName",
  tag: "tok-typeName",
  builtin: "tok-typeName",
  className: "tok-className",
  macroName: "tok-macroName",
  // Sigils and expansions: the names a reader looks for in Perl, Ruby and shell programs.
  def: "tok-propertyName",
  "variable-2": "tok-propertyName",
  "variableName.special": "tok-propertyName",
  propertyName: "tok-propertyName",
  attribute: "tok-propertyName",
  meta: "tok-meta",
};

/** Runs a line tokenizer without the editor it is made for. */
export function tokenLines(mode: StreamParser<unknown>, content: string): Token[][] {
  const state = mode.startState?.(TAB) ?? null;
  return content.split("\n").map((line) => {
    const tokens: Token[] = [];
    if (line === "") {
      mode.blankLine?.(state, TAB);
      return tokens;
    }
    const stream = new StringStream(line, TAB, TAB);
    while (!stream.eol()) {
      const className = classOf(advance(mode, stream, state));
      const text = stream.current();
      stream.start = stream.pos;
      const last = tokens.at(-1);
      if (last?.className === className) tokens[tokens.length - 1] = { text: last.text + text, className };
      else tokens.push({ text, className });
    }
    return tokens;
  });
}

/** Some tokenizers only change their state before they move; one that never moves is at fault, and costs one character. */
function advance(mode: StreamParser<unknown>, stream: StringStream, state: unknown): string | null {
  for (let tries = 0; tries < 10; tries += 1) {
    const style = mode.token(stream, state);
    if (stream.pos > stream.start) return style;
  }
  stream.next();
  return null;
}

function classOf(style: string | null): string {
  for (let name = style?.split(" ")[0] ?? ""; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const known = CLASSES[name];
    if (known !== undefined) return known;
  }
  return "";
}
