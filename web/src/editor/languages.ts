import { type Extension } from "@codemirror/state";
import { LanguageSupport, StreamLanguage, type StreamParser } from "@codemirror/language";
import { completeAnyWord } from "@codemirror/autocomplete";

async function legacy<T>(load: Promise<StreamParser<T>>): Promise<Extension> {
  const language = StreamLanguage.define(await load);
  // These modes know colours only; words of the document are the completion that is always right.
  return new LanguageSupport(language, language.data.of({ autocomplete: completeAnyWord }));
}

/** Each language is a chunk of its own, fetched when a file of it is first shown. */
const LOADERS: Record<string, () => Promise<Extension>> = {
  python: () => import("@codemirror/lang-python").then((m) => m.python()),
  javascript: () => import("@codemirror/lang-javascript").then((m) => m.javascript({ jsx: true })),
  typescript: () => import("@codemirror/lang-javascript").then((m) => m.javascript({ typescript: true })),
  c: () => import("@codemirror/lang-cpp").then((m) => m.cpp()),
  cpp: () => import("@codemirror/lang-cpp").then((m) => m.cpp()),
  java: () => import("@codemirror/lang-java").then((m) => m.java()),
  go: () => import("@codemirror/lang-go").then((m) => m.go()),
  rust: () => import("@codemirror/lang-rust").then((m) => m.rust()),
  php: () => import("@codemirror/lang-php").then((m) => m.php()),
  sql: () => import("@codemirror/lang-sql").then((m) => m.sql({ dialect: m.SQLite })),
  ruby: () => legacy(import("@codemirror/legacy-modes/mode/ruby").then((m) => m.ruby)),
  perl: () => legacy(import("@codemirror/legacy-modes/mode/perl").then((m) => m.perl)),
  lua: () => legacy(import("@codemirror/legacy-modes/mode/lua").then((m) => m.lua)),
  bash: () => legacy(import("@codemirror/legacy-modes/mode/shell").then((m) => m.shell)),
};

const loaded = new Map<string, Promise<Extension>>();

/** The highlighting for a language, or null when there is none; files of it are then shown as plain text. */
export function languageExtension(id: string): Promise<Extension> | null {
  const known = loaded.get(id);
  if (known) return known;
  const load = LOADERS[id]?.();
  if (!load) return null;
  loaded.set(id, load);
  // A chunk that failed to load (offline) is asked for again next time.
  load.catch(() => loaded.delete(id));
  return load;
}
