export interface Environment {
  variables: Record<string, string>;
  /** Lines that are not NAME=value, numbered from 1. */
  faults: number[];
}

/** Reads one NAME=value per line; empty lines and lines starting with # are skipped. */
export function parseEnvironment(text: string): Environment {
  const variables: Record<string, string> = {};
  const faults: number[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const match = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line);
    if (match?.[1] !== undefined) variables[match[1]] = match[2] ?? "";
    else faults.push(index + 1);
  }
  return { variables, faults };
}
