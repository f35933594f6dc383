/**
 * Splits terminal output into text and the few controls a scrolling pane can honour. Everything else a terminal would obey
 * (cursor addressing, titles, clipboard writes, queries) is dropped: the bytes come from an untrusted program.
 */
export type Token =
  | { kind: "text"; text: string }
  | { kind: "newline" }
  | { kind: "return" }
  | { kind: "backspace" }
  | { kind: "style"; parameters: number[] }
  | { kind: "erase-line"; mode: number }
  | { kind: "erase-screen" }
  | { kind: "column"; column: number }
  | { kind: "move"; columns: number }
  | { kind: "link"; url: string | null };

/** A sequence longer than this is not one we honour; holding more would let a program grow our memory unseen. */
const LONGEST_SEQUENCE = 4096;

const ESC = "\u001b";

export class AnsiParser {
  private held = "";

  /** Tokens of `input`; a sequence cut at its end is held until the next call. */
  push(input: string): Token[] {
    const data = this.held + input;
    this.held = "";
    const tokens: Token[] = [];
    let text = "";
    const flush = () => {
      if (text !== "") tokens.push({ kind: "text", text });
      text = "";
    };
    let at = 0;
    while (at < data.length) {
      const plain = nextControl(data, at);
      if (plain > at) {
        text += data.slice(at, plain);
        at = plain;
        continue;
      }
      const char = data[at] ?? "";
      if (char === ESC || char === "\u009b" || char === "\u009d") {
        const sequence = readSequence(data, at);
        if (sequence === null) {
          if (data.length - at <= LONGEST_SEQUENCE) this.held = data.slice(at);
          break;
        }
        if (sequence.token) {
          flush();
          tokens.push(sequence.token);
        }
        at = sequence.end;
        continue;
      }
      const token = controlToken(char);
      if (token) {
        flush();
        tokens.push(token);
      } else if (char === "\t") {
        text += char;
      }
      at += 1;
    }
    flush();
    return tokens;
  }
}

function nextControl(data: string, from: number): number {
  for (let at = from; at < data.length; at += 1) {
    const code = data.charCodeAt(at);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return at;
  }
  return data.length;
}

function controlToken(char: string): Token | null {
  switch (char) {
    case "\n":
    case "\u000b":
    case "\u000c":
      return { kind: "newline" };
    case "\r":
      return { kind: "return" };
    case "\b":
      return { kind: "backspace" };
    default:
      return null;
  }
}

interface Sequence {
  token: Token | null;
  end: number;
}

/** The sequence starting at `start`, or null when its end has not arrived yet. */
function readSequence(data: string, start: number): Sequence | null {
  let at = start + 1;
  let introducer = data[start];
  if (introducer === ESC) {
    introducer = data[at];
    if (introducer === undefined) return null;
    at += 1;
  }
  switch (introducer) {
    case "[":
    case "\u009b":
      return readControlSequence(data, at);
    case "]":
    case "\u009d":
      return readString(data, at, true);
    case "P":
    case "X":
    case "^":
    case "_":
      return readString(data, at, false);
    default:
      return readShort(data, start + 1);
  }
}

/** `ESC ( B` and the like: intermediates, then one final byte. */
function readShort(data: string, from: number): Sequence | null {
  for (let at = from; at < data.length; at += 1) {
    const code = data.charCodeAt(at);
    if (code >= 0x20 && code <= 0x2f) continue;
    // A control character is not a final byte: drop the escape alone and let the character act.
    return { token: null, end: code >= 0x30 && code <= 0x7e ? at + 1 : at };
  }
  return null;
}

function readControlSequence(data: string, from: number): Sequence | null {
  for (let at = from; at < data.length; at += 1) {
    const code = data.charCodeAt(at);
    if (code >= 0x20 && code <= 0x3f) continue;
    if (code >= 0x40 && code <= 0x7e) {
      return { token: controlSequenceToken(data[at] ?? "", data.slice(from, at)), end: at + 1 };
    }
    return { token: null, end: at };
  }
  return null;
}

function controlSequenceToken(final: string, body: string): Token | null {
  if (!/^[\d;:]*$/.test(body)) return null;
  const parameters = body === "" ? [] : body.split(/[;:]/).map((part) => (part === "" ? 0 : Number(part)));
  const first = parameters[0] ?? 0;
  switch (final) {
    case "m":
      return { kind: "style", parameters: parameters.length === 0 ? [0] : parameters };
    case "K":
      return { kind: "erase-line", mode: first };
    case "J":
      // Only "everything": erasing part of a screen means nothing in a pane that scrolls.
      return first === 2 || first === 3 ? { kind: "erase-screen" } : null;
    case "G":
      return { kind: "column", column: Math.max(0, (first || 1) - 1) };
    case "C":
      return { kind: "move", columns: first || 1 };
    case "D":
      return { kind: "move", columns: -(first || 1) };
    default:
      return null;
  }
}

/** Operating-system and device strings, ended by BEL or ST. Only hyperlinks mean anything here. */
function readString(data: string, from: number, operatingSystem: boolean): Sequence | null {
  for (let at = from; at < data.length; at += 1) {
    const char = data[at];
    if (char === "\u0007" || char === "\u009c") {
      return { token: operatingSystem ? linkToken(data.slice(from, at)) : null, end: at + 1 };
    }
    if (char === ESC) {
      if (at + 1 >= data.length) return null;
      const closed = data[at + 1] === "\\";
      return { token: closed && operatingSystem ? linkToken(data.slice(from, at)) : null, end: closed ? at + 2 : at };
    }
  }
  return null;
}

function linkToken(body: string): Token | null {
  const match = /^8;[^;]*;(.*)$/s.exec(body);
  if (!match) return null;
  return { kind: "link", url: safeUrl(match[1] ?? "") };
}

/** Only web links: `javascript:`, `file:` and custom schemes from a program's output must never become clickable. */
export function safeUrl(candidate: string): string | null {
  if (candidate === "" || candidate.length > 2048) return null;
  try {
    const url = new URL(candidate);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}
