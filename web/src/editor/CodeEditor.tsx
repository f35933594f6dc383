import { isolateHistory, redo, undo } from "@codemirror/commands";
import { foldAll, unfoldAll } from "@codemirror/language";
import { closeLintPanel, nextDiagnostic, openLintPanel, setDiagnostics } from "@codemirror/lint";
import { gotoLine, openSearchPanel } from "@codemirror/search";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { Workspace } from "../project/workspace";
import { type Settings, settings as settingsStore } from "../settings/settings";
import { useStore } from "../state/store";
import { smallestChanges } from "./changes";
import { markersFor } from "./diagnostics";
import { baseExtensions, createSlots, viewExtension } from "./extensions";
import type { EditorCommand, EditorHandle } from "./handle";
import { keymapExtension } from "./keymaps";
import { languageExtension } from "./languages";
import type { SourceProblem } from "./problems";

export interface EditorProps {
  workspace: Workspace;
  path: string;
  language: string | null;
  readOnly: boolean;
  problems: readonly SourceProblem[];
  onReady: (handle: EditorHandle | null) => void;
}

/** One CodeMirror view; every open file keeps its own state, so undo history and cursor survive switching tabs. */
export default function CodeEditor({ workspace, path, language, readOnly, problems, onReady }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const states = useRef(new Map<string, EditorState>());
  const shown = useRef<string | null>(null);
  const slots = useRef(createSlots());
  const settings = useStore(settingsStore);
  const revision = useStore(workspace.store, (state) => state.revision);

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      dispatchTransactions(transactions, target) {
        target.update(transactions);
        const typed = transactions.some((one) => one.docChanged);
        if (typed && shown.current !== null) workspace.edit(shown.current, target.state.doc.toString());
      },
    });
    view.current = editor;
    const known = states.current;
    const replaceText = (target: string, text: string) => {
      if (target === shown.current) {
        editor.dispatch(replacement(editor.state, text));
        return;
      }
      const hidden = known.get(target);
      if (hidden) known.set(target, hidden.update(replacement(hidden, text)).state);
      workspace.edit(target, hidden ? withoutReturns(text) : text);
    };
    onReady({ ...handleFor(editor), replaceText });
    return () => {
      onReady(null);
      editor.destroy();
      known.clear();
      shown.current = null;
      view.current = null;
    };
  }, [workspace, onReady]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    if (shown.current !== null) states.current.set(shown.current, editor.state);
    const content = workspace.project.files.find((file) => file.path === path)?.content ?? "";
    const known = states.current.get(path);
    // A state whose text differs was overtaken by a change from outside (restore, example, other tab).
    const state =
      known && known.doc.toString() === content
        ? known
        : EditorState.create({ doc: content, extensions: baseExtensions(slots.current) });
    shown.current = path;
    if (state !== editor.state) editor.setState(state);
    const alive = new Set(workspace.project.files.map((file) => file.path));
    for (const other of states.current.keys()) if (!alive.has(other)) states.current.delete(other);
  }, [workspace, path, revision]);

  useEffect(
    () => applySettings(view.current, slots.current, settings, path, readOnly),
    [settings, path, readOnly, revision],
  );

  useEffect(() => {
    let wanted = true;
    const slot = slots.current.language;
    const apply = (extension: Parameters<typeof slot.reconfigure>[0]) => {
      if (wanted) view.current?.dispatch({ effects: slot.reconfigure(extension) });
    };
    const loading = language === null ? null : languageExtension(language);
    if (loading) loading.then(apply, () => apply([]));
    else apply([]);
    return () => {
      wanted = false;
    };
  }, [language, path, revision]);

  useEffect(() => {
    let wanted = true;
    const slot = slots.current.keymap;
    keymapExtension(settings.keymap).then(
      (extension) => {
        if (wanted) view.current?.dispatch({ effects: slot.reconfigure(extension) });
      },
      () => undefined, // Offline before the chunk was ever loaded: the common keys stay.
    );
    return () => {
      wanted = false;
    };
  }, [settings.keymap, path, revision]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const paths = workspace.project.files.map((file) => file.path);
    const markers = markersFor(path, paths, problems, editor.state.doc);
    editor.dispatch(setDiagnostics(editor.state, markers));
    if (markers.length === 0) closeList(editor);
  }, [workspace, problems, path, revision]);

  return <div ref={host} className="h-full min-h-0 overflow-hidden" data-testid="editor" />;
}

/** An empty list of marks is in the way of the text. */
function closeList(editor: EditorView): void {
  const listed = editor.dom.querySelector(".cm-panel-lint");
  if (!listed) return;
  const focused = listed.contains(document.activeElement);
  closeLintPanel(editor);
  if (focused) editor.focus();
}

function applySettings(
  editor: EditorView | null,
  slots: ReturnType<typeof createSlots>,
  settings: Settings,
  path: string,
  readOnly: boolean,
): void {
  editor?.dispatch({ effects: slots.view.reconfigure(viewExtension(settings, `Code of ${path}`, readOnly)) });
}

/** One step of the history by itself, however soon after the last typing. */
function replacement(state: EditorState, text: string): TransactionSpec {
  return {
    changes: smallestChanges(state.doc.toString(), withoutReturns(text)),
    annotations: isolateHistory.of("full"),
    userEvent: "format",
  };
}

/** The editor's documents end their lines in one way. */
function withoutReturns(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

function handleFor(editor: EditorView): Omit<EditorHandle, "replaceText"> {
  const commands: Record<EditorCommand, (target: EditorView) => boolean> = {
    find: openSearchPanel,
    replace: openSearchPanel,
    "go-to-line": gotoLine,
    "fold-all": foldAll,
    "unfold-all": unfoldAll,
    undo,
    redo,
    "list-problems": openLintPanel,
    "next-problem": nextDiagnostic,
  };
  return {
    focus: () => editor.focus(),
    goTo(line, column) {
      const target = editor.state.doc.line(Math.min(Math.max(1, line), editor.state.doc.lines));
      const position = Math.min(target.to, target.from + Math.max(0, (column ?? 1) - 1));
      editor.dispatch({
        selection: { anchor: position },
        effects: EditorView.scrollIntoView(position, { y: "center" }),
      });
      editor.focus();
    },
    insert(text) {
      editor.dispatch(editor.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input.type" });
      editor.focus();
    },
    perform(command) {
      editor.focus();
      commands[command](editor);
    },
  };
}
