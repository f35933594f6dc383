export type EditorCommand = "find" | "replace" | "go-to-line" | "fold-all" | "unfold-all" | "undo" | "redo";

/** What the rest of the page may ask of whichever editor is on screen. */
export interface EditorHandle {
  focus(): void;
  /** Puts the cursor at a place of the file that is shown, and scrolls there. Lines and columns count from 1. */
  goTo(line: number, column: number | null): void;
  insert(text: string): void;
  perform(command: EditorCommand): void;
}
