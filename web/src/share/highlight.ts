import type { StreamParser } from "@codemirror/streamparser";
import type { Parser } from "@lezer/common";
import { languageFromFilename } from "../project/language";

/** Grammars alone, without any editor around them: an embedded page only reads. */
const GRAMMARS: Record<string, () => Promise<Parser>> = {
  python: () => import("@lezer/python").then((module) => module.parser),
  javascript: () => import("@lezer/javascript").then((module) => module.parser.configure({ dialect: "jsx" })),
  typescript: () => import("@lezer/javascript").then((module) => module.parser.configure({ dialect: "ts" })),
  c: () => import("@lezer/cpp").then((module) => module.parser),
  cpp: () => import("@lezer/cpp").then((module) => module.parser),
  java: () => import("@lezer/java").then((module) => module.parser),
  go: () => import("@lezer/go").then((module) => module.parser),
  rust: () => import("@lezer/rust").then((module) => module.parser),
  php: () => import("@lezer/php").then((module) => module.parser),
};

/** Languages whose only grammar is a tokenizer that goes line by line. */
const TOKENIZERS: Record<string, () => Promise<StreamParser<unknown>>> = {
  lua: () => import("@codemirror/legacy-modes/mode/lua").then((module) => module.lua),
  perl: () => import("@codemirror/legacy-modes/mode/perl").then((module) => module.perl),
  ruby: () => import("@codemirror/legacy-modes/mode/ruby").then((module) => module.ruby),
  bash: () => import("@codemirror/legacy-modes/mode/shell").then((module) => module.shell),
  sql: () => import("@codemirror/legacy-modes/mode/sql").then((module) => module.sqlite),
};

export interface Token {
  readonly text: string;
  /** Classes such as `tok-keyword`, or nothing for plain text. */
  readonly className: string;
}

/** The lines of a file as coloured tokens, or null when its language has no grammar of its own here. */
export async function highlightLines(path: string, content: string): Promise<Token[][] | null> {
  const language = languageFromFilename(path) ?? "";
  const tokenizer = TOKENIZERS[language];
  if (tokenizer) {
    const [mode, { tokenLines }] = await Promise.all([tokenizer(), import("./tokenLines")]);
    return tokenLines(mode, content);
  }
  const load = GRAMMARS[language];
  if (!load) return null;
  const [parser, { classHighlighter, highlightCode }] = await Promise.all([load(), import("@lezer/highlight")]);
  const lines: Token[][] = [[]];
  highlightCode(
    content,
    parser.parse(content),
    classHighlighter,
    (text, className) => lines.at(-1)?.push({ text, className }),
    () => lines.push([]),
  );
  return lines;
}
