import { useEffect, useRef } from "react";
import type { Workspace } from "../project/workspace";
import { settings as settingsStore } from "../settings/settings";
import { useStore } from "../state/store";
import type { EditorProps } from "./CodeEditor";
import { differingStretch, movedPosition } from "./stretch";
import type { EditorHandle } from "./handle";

/** A plain text box: for screen readers, odd keyboards, and anyone who wants nothing between them and the text. */
export function PlainEditor({ workspace, path, readOnly, onReady }: Omit<EditorProps, "language" | "problems">) {
  const box = useRef<HTMLTextAreaElement>(null);
  const settings = useStore(settingsStore);
  const content = useStore(
    workspace.store,
    (state) => state.project.files.find((file) => file.path === path)?.content ?? "",
  );

  useEffect(() => {
    if (!box.current) return;
    onReady(handleFor(box.current, workspace, path));
    return () => onReady(null);
  }, [workspace, path, onReady]);

  return (
    <textarea
      ref={box}
      aria-label={`Code of ${path}`}
      data-testid="plain-editor"
      className="h-full w-full resize-none bg-surface p-3 font-mono leading-relaxed text-text outline-none"
      style={{
        fontSize: `max(${settings.fontSize}px, var(--least-input-size))`,
        tabSize: settings.tabSize,
        whiteSpace: settings.wrap ? "pre-wrap" : "pre",
      }}
      readOnly={readOnly}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      value={content}
      onChange={(event) => workspace.edit(path, event.target.value)}
    />
  );
}

function handleFor(box: HTMLTextAreaElement, workspace: Workspace, path: string): EditorHandle {
  return {
    focus: () => box.focus(),
    goTo(line, column) {
      const before = box.value.split("\n").slice(0, line - 1);
      const position = before.reduce((sum, text) => sum + text.length + 1, 0) + Math.max(0, (column ?? 1) - 1);
      box.focus();
      box.setSelectionRange(position, position);
    },
    insert(text) {
      box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
    },
    replaceText(target, text) {
      if (target === path) replaceInBox(box, text);
      else workspace.edit(target, text);
    },
    perform() {
      // A text box has the browser's own find and undo; there is nothing to add.
      box.focus();
    },
  };
}

function replaceInBox(box: HTMLTextAreaElement, text: string): void {
  const stretch = differingStretch(box.value, text);
  const [start, end] = [movedPosition(box.selectionStart, stretch), movedPosition(box.selectionEnd, stretch)];
  const { scrollTop, scrollLeft } = box;
  box.focus();
  box.setSelectionRange(stretch.from, stretch.to);
  // The old way of typing for somebody is the only one that the browser's own undo knows.
  const typed = document.execCommand(stretch.insert === "" ? "delete" : "insertText", false, stretch.insert);
  if (!typed) {
    box.setRangeText(stretch.insert, stretch.from, stretch.to);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(start, end);
  box.scrollTo(scrollLeft, scrollTop);
}
