import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { terminalSize } from "../output/terminalSize";
import { Button } from "../shell/kit/Button";
import { useWorkbench } from "../shell/WorkbenchContext";
import { isActive, type RunState } from "./runner";

/** A line to type to the running program. Enter sends it, Ctrl+D ends the input, Ctrl+C interrupts. */
export function InteractiveLine({ state }: { state: RunState }) {
  const { runner } = useWorkbench();
  const [text, setText] = useState("");
  const [past, setPast] = useState<readonly string[]>([]);
  const [back, setBack] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  // The server refuses input for a program that is still waiting or being compiled.
  const canType = state.canType && state.transcript.stage === "run";

  useEffect(() => {
    if (!canType) return;
    field.current?.focus();
    const pane = document.querySelector<HTMLElement>("#output-panel [role=region]");
    if (!pane) return;
    const observer = new ResizeObserver(() => {
      const { columns, rows } = terminalSize(pane);
      runner.resize(columns, rows);
    });
    observer.observe(pane);
    return () => observer.disconnect();
  }, [canType, runner]);

  if (!state.project?.interactive || !isActive(state.phase)) return null;

  const send = () => {
    runner.typeLine(text);
    if (text !== "") setPast((lines) => [text, ...lines].slice(0, 100));
    setText("");
    setBack(0);
  };
  const recall = (step: number) => {
    const next = Math.min(Math.max(0, back + step), past.length);
    setBack(next);
    setText(next === 0 ? "" : (past[next - 1] ?? ""));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const control = event.ctrlKey && !event.altKey && !event.metaKey;
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (control && event.key === "d") {
      if (text !== "") send();
      runner.endInput();
    } else if (control && event.key === "c" && selectionStart === selectionEnd) runner.interrupt();
    else if (event.key === "Enter" && !control) send();
    else if (event.key === "ArrowUp") recall(1);
    else if (event.key === "ArrowDown") recall(-1);
    else return;
    event.preventDefault();
  };

  return (
    <div className="border-t border-line bg-raised px-3 py-2">
      <div className="flex items-center gap-2">
        <label htmlFor="typed-line" className="font-mono font-semibold text-typed">
          <span aria-hidden="true">&gt;</span>
          <span className="sr-only">Type to the program</span>
        </label>
        <input
          ref={field}
          id="typed-line"
          value={text}
          disabled={!canType}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={canType ? "Type a line, Enter sends it" : "Waiting for the program"}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 font-mono disabled:opacity-60 max-md:h-10"
        />
        <Button
          look="plain"
          disabled={!canType}
          onClick={() => runner.endInput()}
          title="Ends the program's input (Ctrl+D)"
        >
          End<span className="max-md:hidden"> input</span>
        </Button>
        <Button look="plain" onClick={() => runner.interrupt()} title="Sends SIGINT (Ctrl+C)">
          Ctrl+C
        </Button>
      </div>
      {state.inputRefused ? <p className="mt-1 text-xs text-bad">{state.inputRefused}</p> : null}
    </div>
  );
}
