import { expect, it } from "vitest";
import type { Language } from "../api/schema";
import { languageForMainFile, languageFromFilename } from "./language";

it.each([
  ["main.py", "python"],
  ["src/app.test.ts", "typescript"],
  ["Main.JAVA", "java"],
  ["a.hpp", "cpp"],
  ["query.sql", "sql"],
  ["data.csv", null],
  ["Makefile", null],
  [".py", null],
])("reads %s as %s", (path, language) => expect(languageFromFilename(path)).toBe(language));

const offered = [
  { id: "rust", aliases: [], available: true },
  { id: "cpp", aliases: [], available: true, source_file: "main.cpp" },
  { id: "cpp20", aliases: [], available: true, source_file: "main.cpp" },
  { id: "ruby", aliases: [], available: false },
] as unknown as Language[];

it("follows the main file's name to an available language only", () => {
  expect(languageForMainFile("main.rs", "python", offered)).toBe("rust");
  expect(languageForMainFile("main.rb", "python", offered)).toBeNull();
  expect(languageForMainFile("main.rs", "rust", offered)).toBeNull();
  expect(languageForMainFile("app.cpp", "cpp20", offered)).toBeNull();
  expect(languageForMainFile("list.h", "cpp", offered)).toBeNull();
});
