import { AnsiParser, type Token } from "./ansi";
import { applyStyle, PLAIN, type TextStyle } from "./style";

/** Where a stretch of text came from: the program, the person typing, or the page itself. */
export type Source = "stdout" | "stderr" | "input" | "note";

export interface Segment {
  readonly text: string;
  readonly source: Source;
  readonly style: TextStyle;
  readonly link: string | null;
}

export interface Line {
  readonly key: number;
  readonly segments: readonly Segment[];
  /** Who ended the line; tells whose an empty line is. Null while the line is still open. */
  readonly endedBy: Source | null;
}

interface Cell {
  char: string;
  source: Source;
  style: TextStyle;
  link: string | null;
}

interface Pen {
  parser: AnsiParser;
  style: TextStyle;
  link: string | null;
}

/** Lines kept for display; what scrolls out stays in the download. */
export const MOST_LINES = 20_000;
/** Finished lines are handed out in blocks that never change again, so that a flood re-renders only the last block. */
export const BLOCK_LINES = 100;
/** A single line longer than this is broken, as a terminal would wrap it. */
const LONGEST_LINE = 8_192;

/**
 * Lines of text as a terminal without a height would show them: only the current line can still change (carriage return,
 * backspace, erase line), which is what progress bars need.
 */
export class Screen {
  readonly blocks: Line[][] = [];
  dropped = 0;
  private cells: Cell[] = [];
  private column = 0;
  private nextKey = 0;
  private readonly pens = new Map<Source, Pen>();
  private openBlock: Line[] = [];

  write(source: Source, text: string): void {
    const pen = this.pen(source);
    for (const token of pen.parser.push(text)) this.apply(source, pen, token);
  }

  /** All blocks, the last one being the lines that may still change. */
  view(): readonly (readonly Line[])[] {
    const tail = this.cells.length > 0 ? [...this.openBlock, this.currentLine(null)] : this.openBlock;
    return tail.length > 0 ? [...this.blocks, tail] : [...this.blocks];
  }

  lineCount(): number {
    return this.blocks.length * BLOCK_LINES + this.openBlock.length + (this.cells.length > 0 ? 1 : 0);
  }

  plainText(): string {
    return this.view()
      .flat()
      .map((line) => line.segments.map((segment) => segment.text).join(""))
      .join("\n");
  }

  private pen(source: Source): Pen {
    const known = this.pens.get(source);
    if (known) return known;
    const fresh = { parser: new AnsiParser(), style: PLAIN, link: null };
    this.pens.set(source, fresh);
    return fresh;
  }

  private apply(source: Source, pen: Pen, token: Token): void {
    switch (token.kind) {
      case "text":
        this.put(token.text, source, pen);
        break;
      case "newline":
        this.finishLine(source);
        break;
      case "return":
        this.column = 0;
        break;
      case "backspace":
        this.column = Math.max(0, this.column - 1);
        break;
      case "column":
        this.column = Math.min(token.column, LONGEST_LINE - 1);
        break;
      case "move":
        this.column = Math.min(Math.max(0, this.column + token.columns), LONGEST_LINE - 1);
        break;
      case "erase-line":
        this.eraseLine(token.mode);
        break;
      case "erase-screen":
        this.eraseAll();
        break;
      case "style":
        pen.style = applyStyle(pen.style, token.parameters);
        break;
      case "link":
        pen.link = token.url;
        break;
      default:
        token satisfies never;
    }
  }

  private put(text: string, source: Source, pen: Pen): void {
    for (const char of text) {
      const previous = this.cells[this.column - 1];
      // Combining marks, joiners and variation selectors belong to the character before them.
      if (previous && /^(?:\p{M}|\u200d)$/u.test(char)) {
        previous.char += char;
        continue;
      }
      while (this.cells.length < this.column) {
        this.cells.push({ char: " ", source, style: PLAIN, link: null });
      }
      this.cells[this.column] = { char, source, style: pen.style, link: pen.link };
      this.column += 1;
      if (this.column >= LONGEST_LINE) this.finishLine(source);
    }
  }

  private eraseLine(mode: number): void {
    if (mode === 0) this.cells.length = Math.min(this.cells.length, this.column);
    else if (mode === 2) this.cells = [];
    else {
      for (const cell of this.cells.slice(0, this.column + 1)) {
        cell.char = " ";
        cell.style = PLAIN;
      }
    }
  }

  private eraseAll(): void {
    this.blocks.length = 0;
    this.openBlock = [];
    this.cells = [];
    this.column = 0;
  }

  private finishLine(source: Source): void {
    this.openBlock = [...this.openBlock, this.currentLine(source)];
    this.nextKey += 1;
    this.cells = [];
    this.column = 0;
    if (this.openBlock.length === BLOCK_LINES) {
      this.blocks.push(this.openBlock);
      this.openBlock = [];
      if (this.blocks.length * BLOCK_LINES > MOST_LINES) {
        this.blocks.shift();
        this.dropped += BLOCK_LINES;
      }
    }
  }

  private currentLine(endedBy: Source | null): Line {
    const segments: Segment[] = [];
    let run: Cell | null = null;
    let text = "";
    const flush = () => {
      if (run) segments.push({ text, source: run.source, style: run.style, link: run.link });
    };
    for (const cell of this.cells) {
      if (run && run.source === cell.source && run.style === cell.style && run.link === cell.link) {
        text += cell.char;
      } else {
        flush();
        run = cell;
        text = cell.char;
      }
    }
    flush();
    return { key: this.nextKey, segments, endedBy };
  }
}
