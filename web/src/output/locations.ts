export interface SourceLocation {
  path: string;
  line: number;
  column: number | null;
}

export interface LocatedText {
  start: number;
  end: number;
  location: SourceLocation;
}

const PATTERNS = [
  // gcc, rustc, go, ruby, node, lua, bash: path:line[:column]
  /((?:\.{0,2}\/)*[\w.\-/]+?\.\w+):(\d+)(?::(\d+))?/g,
  // Python tracebacks
  /File "([^"]+)", line (\d+)()/g,
  // perl and php: "at path line 3", "in path on line 3"
  /(?:at|in) (\S+) (?:on )?line (\d+)()/g,
];

/** The places in `text` that name a line of one of the program's own files. */
export function findLocations(text: string, paths: readonly string[]): LocatedText[] {
  const found: LocatedText[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const path = matchPath(match[1] ?? "", paths);
      const line = Number(match[2]);
      if (path === null || line < 1) continue;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ start, end, location: { path, line, column: match[3] ? Number(match[3]) : null } });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Programs report where the jail put their files (`/work/main.py`, `./main.c`); the tail of the path tells which it is. */
export function matchPath(reported: string, paths: readonly string[]): string | null {
  const clean = reported.replace(/^(?:\.\/)+/, "");
  return paths.find((path) => clean === path || clean.endsWith(`/${path}`)) ?? null;
}
