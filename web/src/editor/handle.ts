export type EditorCommand =
  "find" | "replace" | "go-to-line" | "fold-all" | "unfold-all" | "undo" | "redo" | "list-problems" | "next-problem";

/** What the rest of the page may ask of whichever editor is on screen. */
export interface EditorHandle {
  focus(): void;
  /** Puts the cursor at a place of the file that is shown, and scrolls there. Lines and columns count from 1. */
  goTo(line: number, column: number | null): void;
  insert(text: string): void;
  /** Gives a file, shown or not, another text as one step that can be undone; cursor and scroll position stay. */
  replaceText(path: string, text: string): void;
  perform(command: EditorCommand): void;
}
