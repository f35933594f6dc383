export interface SplitLine {
  words: string[];
  /** The quote that was opened and never closed, or null. */
  unclosed: string | null;
}

/**
 * Splits an argument line the way a shell would, as far as quoting goes: spaces separate, quotes group, a backslash takes
 * the next character as it is. Nothing is expanded, and no shell is ever involved.
 */
export function readArguments(line: string): SplitLine {
  const result: string[] = [];
  let current = "";
  let started = false;
  let quote: string | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? "";
    if (quote === null && /\s/.test(char)) {
      if (started) result.push(current);
      current = "";
      started = false;
      continue;
    }
    started = true;
    if (char === quote) quote = null;
    else if (quote === null && (char === '"' || char === "'")) quote = char;
    else if (char === "\\" && quote !== "'" && at + 1 < line.length) {
      at += 1;
      current += line[at];
    } else current += char;
  }
  if (started) result.push(current);
  return { words: result, unclosed: quote };
}

export function splitArguments(line: string): string[] {
  return readArguments(line).words;
}

/** The line that `splitArguments` reads back as these arguments. */
export function joinArguments(args: readonly string[]): string {
  return args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`)).join(" ");
}
