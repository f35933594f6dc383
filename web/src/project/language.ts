import type { Language } from "../api/schema";

const BY_EXTENSION: Record<string, string> = {
  py: "python",
  pyw: "python",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "typescript",
  c: "c",
  h: "c",
  cc: "cpp",
  cpp: "cpp",
  cxx: "cpp",
  hh: "cpp",
  hpp: "cpp",
  hxx: "cpp",
  java: "java",
  go: "go",
  rs: "rust",
  rb: "ruby",
  php: "php",
  pl: "perl",
  pm: "perl",
  lua: "lua",
  sh: "bash",
  bash: "bash",
  sql: "sql",
};

/** The language a file's name speaks of, or null when it says nothing (data files, unknown endings). */
export function languageFromFilename(path: string): string | null {
  const name = path.split("/").at(-1) ?? path;
  const dot = name.lastIndexOf(".");
  if (dot <= 0) return null;
  return BY_EXTENSION[name.slice(dot + 1).toLowerCase()] ?? null;
}

/** The offered language to switch to when a program's main file gets this name, if it is another one. */
export function languageForMainFile(path: string, current: string, offered: readonly Language[]): string | null {
  const named = languageFromFilename(path);
  if (named === null || named === current) return null;
  // `.h` belongs to C++ as well: a header never changes the language of a program.
  if (/\.h$/i.test(path)) return null;
  // Two languages may share an ending (C++17 and C++20): the present one stays when the name suits it.
  const own = offered.find((one) => one.id === current)?.source_file;
  if (own !== undefined && languageFromFilename(own) === named) return null;
  const language = offered.find((one) => one.id === named || one.aliases.includes(named));
  if (!language || language.id === current) return null;
  return language.available ? language.id : null;
}

/** What to highlight a file as: by its own name, or, when the name says nothing, as the program when it is its main file. */
export function fileLanguage(path: string, program: string, isMain: boolean): string | null {
  const named = languageFromFilename(path);
  if (named === "c" && program === "cpp") return "cpp";
  return named ?? (isMain ? program : null);
}
