import type { Diagnostic as Marker } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { matchPath } from "../output/locations";
import type { SourceProblem } from "./problems";

/** Editor markers for one file: from the reported column to the end of the word there, or the whole line. */
export function markersFor(
  path: string,
  paths: readonly string[],
  problems: readonly SourceProblem[],
  doc: Text,
): Marker[] {
  const markers: Marker[] = [];
  for (const one of problems) {
    if (matchPath(one.file, paths) !== path) continue;
    if (one.line < 1 || one.line > doc.lines) continue;
    const line = doc.line(one.line);
    const indent = line.text.length - line.text.trimStart().length;
    // Tools that mean the whole line say column 1, where there may be nothing to underline.
    const column = one.column === null ? indent : Math.min(Math.max(indent, one.column - 1), line.text.length);
    const word =
      one.column === null
        ? line.text.length - indent
        : (/^(?:\w+|"[^"]*"|'[^']*'|[^\w\s]+|.)/.exec(line.text.slice(column))?.[0].length ?? 0);
    const from = line.from + (word === 0 ? Math.max(0, column - 1) : column);
    markers.push({
      from,
      to: Math.min(line.to, from + Math.max(1, word)),
      severity: one.severity,
      source: `line ${one.line}`,
      message: one.hint ? `${one.message}\n${one.hint}` : one.message,
    });
  }
  return markers.sort((a, b) => a.from - b.from);
}
