import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";

const SYMBOLS = [
  "    ",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  "=",
  '"',
  "'",
  ":",
  ";",
  "<",
  ">",
  "+",
  "-",
  "*",
  "/",
  "_",
  "#",
  "&",
  "|",
  "!",
  "\\",
  "$",
  "%",
];

/** Characters that phone keyboards hide behind two or three taps. */
export function SymbolRow() {
  const bench = useWorkbench();
  const editor = useStore(bench.editor);
  return (
    <div
      role="toolbar"
      aria-label="Symbols"
      className="flex shrink-0 overflow-x-auto border-t border-line bg-page px-1 [scrollbar-width:none]"
    >
      {SYMBOLS.map((symbol) => (
        <button
          key={symbol}
          type="button"
          aria-label={symbol.trim() === "" ? "Indent" : symbol}
          disabled={editor === null}
          // Keeping the focus in the editor keeps the keyboard open.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => editor?.insert(symbol)}
          className="h-11 min-w-10 rounded-md font-mono text-base hover:bg-line/60"
        >
          {symbol.trim() === "" ? "⇥" : symbol}
        </button>
      ))}
    </div>
  );
}
