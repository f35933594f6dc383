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

export interface Token {
  readonly text: string;
  /** Classes such as `tok-keyword`, or nothing for plain text. */
  readonly className: string;
}

/** The lines of a file as coloured tokens, or null when its language has no grammar of its own here. */
export async function highlightLines(path: string, content: string): Promise<Token[][] | null> {
  const load = GRAMMARS[languageFromFilename(path) ?? ""];
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
