import { downloadProject } from "../project/actions";
import { changeSettings, FONT_SIZES, settings, type Settings } from "../settings/settings";
import { downloadOutput } from "../run/outputDownload";
import type { Workbench } from "./workbench";

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: "Run" | "Go" | "Edit" | "Files" | "View" | "Help";
  readonly shortcut?: string;
  /** Shown for the reader's benefit only: the editor itself listens for it. */
  readonly ownedByEditor?: boolean;
  /** Why it cannot be done just now; asked for anyway, it says so. */
  readonly fault?: () => string | null;
  readonly run: () => void;
}

export interface CommandContext {
  bench: Workbench;
  save: (() => void) | null;
  fork: (() => void) | null;
}

/** Every action of the page, in one list: the palette, the shortcut help and the key handler all read it. */
export function commandsFor({ bench, save, fork }: CommandContext): Command[] {
  const set = (part: Partial<Settings>) => () => changeSettings(part);
  const focus = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();
  const editing = bench.kind === "edit";
  const list: (Command | false)[] = [
    { id: "run", title: "Run", group: "Run", shortcut: "Mod+Enter", run: () => void bench.run() },
    { id: "stop", title: "Stop", group: "Run", shortcut: "Mod+.", run: () => void bench.runner.stop() },
    editing && {
      id: "interactive",
      title: "Interactive input on or off",
      group: "Run",
      shortcut: "Alt+I",
      run: () => bench.workspace.change({ interactive: !bench.workspace.project.interactive }),
    },
    { id: "clear", title: "Clear output", group: "Run", run: () => bench.runner.clear() },
    {
      id: "download-output",
      title: "Download output",
      group: "Run",
      run: () => downloadOutput(bench.runner.state.get().transcript.run),
    },
    {
      id: "compare",
      title: "Compare with the previous run",
      group: "Run",
      run: () => bench.show({ compare: !bench.view.get().compare, outputTab: "output", pane: "output" }),
    },
    {
      id: "history",
      title: "Run history",
      group: "Run",
      shortcut: "Alt+H",
      run: () => bench.show({ outputTab: "history", pane: "output" }),
    },
    { id: "share", title: "Share", group: "Run", shortcut: "Alt+S", run: () => bench.show({ dialog: "share" }) },
    fork !== null && { id: "fork", title: "Fork: edit a copy", group: "Run", run: fork },
    {
      id: "go-code",
      title: "Go to the code",
      group: "Go",
      shortcut: "Alt+1",
      run: () => {
        bench.show({ pane: "code", fullScreen: false });
        requestAnimationFrame(() => bench.editor.get()?.focus());
      },
    },
    {
      id: "go-input",
      title: "Go to the input",
      group: "Go",
      shortcut: "Alt+2",
      run: () => {
        bench.show({ pane: "input", inputTab: "input", fullScreen: false });
        requestAnimationFrame(focus("#stdin"));
      },
    },
    {
      id: "go-output",
      title: "Go to the output",
      group: "Go",
      shortcut: "Alt+3",
      run: () => {
        bench.show({ pane: "output" });
        requestAnimationFrame(focus("#output-panel [tabindex='0']"));
      },
    },
    {
      id: "go-files",
      title: "Go to the files",
      group: "Go",
      shortcut: "Alt+0",
      run: () => {
        changeSettings({ showFiles: true });
        bench.show({ pane: "files", fullScreen: false });
        requestAnimationFrame(focus("[data-row][tabindex='0']"));
      },
    },
    {
      id: "options",
      title: "Arguments, compiler flags, environment and limits",
      group: "Go",
      shortcut: "Alt+O",
      run: () => bench.show({ pane: "input", inputTab: "options" }),
    },
    {
      id: "find",
      title: "Find and replace in this file",
      group: "Edit",
      shortcut: "Mod+F",
      ownedByEditor: true,
      run: () => bench.editor.get()?.perform("find"),
    },
    {
      id: "line",
      title: "Go to line",
      group: "Edit",
      shortcut: "Alt+G",
      ownedByEditor: true,
      run: () => bench.editor.get()?.perform("go-to-line"),
    },
    {
      id: "undo",
      title: "Undo",
      group: "Edit",
      shortcut: "Mod+Z",
      ownedByEditor: true,
      run: () => bench.editor.get()?.perform("undo"),
    },
    {
      id: "redo",
      title: "Redo",
      group: "Edit",
      shortcut: "Mod+Y",
      ownedByEditor: true,
      run: () => bench.editor.get()?.perform("redo"),
    },
    editing && {
      id: "format",
      title: "Format this file",
      group: "Edit",
      shortcut: "Shift+Alt+F",
      fault: () => bench.tools.fault("format"),
      run: () => void bench.tools.format(),
    },
    {
      id: "lint",
      title: "Lint all files",
      group: "Edit",
      shortcut: "Shift+Alt+L",
      fault: () => bench.tools.fault("lint"),
      run: () => void bench.tools.lint(),
    },
    {
      id: "problems",
      title: "List what is marked in this file",
      group: "Edit",
      shortcut: "Mod+Shift+M",
      ownedByEditor: true,
      run: () => bench.editor.get()?.perform("list-problems"),
    },
    {
      id: "next-problem",
      title: "Go to the next mark",
      group: "Edit",
      shortcut: "F8",
      ownedByEditor: true,
      run: () => bench.editor.get()?.perform("next-problem"),
    },
    { id: "fold", title: "Fold everything", group: "Edit", run: () => bench.editor.get()?.perform("fold-all") },
    { id: "unfold", title: "Unfold everything", group: "Edit", run: () => bench.editor.get()?.perform("unfold-all") },
    save !== null && { id: "save", title: "Save now", group: "Files", shortcut: "Mod+S", run: save },
    editing && {
      id: "new-file",
      title: "New file",
      group: "Files",
      shortcut: "Alt+N",
      run: () => {
        changeSettings({ showFiles: true });
        bench.show({ dialog: "new-file", pane: "files" });
      },
    },
    editing && {
      id: "examples",
      title: "Examples",
      group: "Files",
      shortcut: "Alt+E",
      run: () => bench.show({ dialog: "examples" }),
    },
    { id: "zip", title: "Download all files as zip", group: "Files", run: () => void downloadProject(bench) },
    {
      id: "settings",
      title: "Settings",
      group: "View",
      shortcut: "Mod+,",
      run: () => bench.show({ dialog: "settings" }),
    },
    {
      id: "files",
      title: "Show or hide files",
      group: "View",
      shortcut: "Alt+B",
      run: () => changeSettings({ showFiles: !settings.get().showFiles }),
    },
    {
      id: "full",
      title: "Full-screen output",
      group: "View",
      shortcut: "Alt+F",
      run: () => bench.show({ fullScreen: !bench.view.get().fullScreen, pane: "output" }),
    },
    { id: "light", title: "Theme: light", group: "View", run: set({ theme: "light" }) },
    { id: "dark", title: "Theme: dark", group: "View", run: set({ theme: "dark" }) },
    { id: "system", title: "Theme: follow the system", group: "View", run: set({ theme: "system" }) },
    { id: "keys-default", title: "Keys: common", group: "View", run: set({ keymap: "default" }) },
    { id: "keys-vim", title: "Keys: Vim", group: "View", run: set({ keymap: "vim" }) },
    { id: "keys-emacs", title: "Keys: Emacs", group: "View", run: set({ keymap: "emacs" }) },
    {
      id: "wrap",
      title: "Wrap long lines on or off",
      group: "View",
      shortcut: "Alt+Z",
      run: () => changeSettings({ wrap: !settings.get().wrap }),
    },
    {
      id: "plain",
      title: "Plain text box on or off",
      group: "View",
      run: () => changeSettings({ plainEditor: !settings.get().plainEditor }),
    },
    { id: "larger", title: "Larger text", group: "View", run: () => changeSettings({ fontSize: nextSize(1) }) },
    { id: "smaller", title: "Smaller text", group: "View", run: () => changeSettings({ fontSize: nextSize(-1) }) },
    {
      id: "palette",
      title: "All commands",
      group: "Help",
      shortcut: "Mod+K",
      run: () => bench.show({ dialog: "palette" }),
    },
    {
      id: "palette-f1",
      title: "All commands (also F1)",
      group: "Help",
      shortcut: "F1",
      run: () => bench.show({ dialog: "palette" }),
    },
    {
      id: "shortcuts",
      title: "Keyboard shortcuts",
      group: "Help",
      shortcut: "?",
      run: () => bench.show({ dialog: "shortcuts" }),
    },
  ];
  return list.filter((one) => one !== false);
}

function nextSize(step: number): number {
  const at = FONT_SIZES.findIndex((size) => size >= settings.get().fontSize);
  return FONT_SIZES[Math.min(FONT_SIZES.length - 1, Math.max(0, at + step))] ?? 14;
}

/** What Escape-less editors must not lose: under Emacs keys these belong to the editor while it has the focus. */
export const EMACS_OWN: ReadonlySet<string> = new Set(["Mod+K", "Mod+S", "Alt+B", "Alt+F", "Alt+N", "Alt+Z"]);
