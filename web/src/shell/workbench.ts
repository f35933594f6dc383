import { announce } from "./announcer";
import type { Language } from "../api/schema";
import type { EditorHandle } from "../editor/handle";
import type { SourceLocation } from "../output/locations";
import { inputFault } from "../project/inputFault";
import { showToast } from "./toasts";
import { PHONE } from "./useMediaQuery";
import type { Workspace } from "../project/workspace";
import { isActive, type Runner } from "../run/runner";
import { describeEnding } from "../run/verdict";
import { createStore } from "../state/store";
import { executeToEnd } from "../tools/toEnd";
import { Tools } from "../tools/tools";

export type Pane = "files" | "code" | "input" | "output";
export type OutputTab = "output" | "compile" | "findings" | "history";
export type InputTab = "input" | "options";
export type DialogName = "palette" | "shortcuts" | "share" | "settings" | "examples" | "new-file";

export interface WorkbenchView {
  readonly pane: Pane;
  readonly outputTab: OutputTab;
  readonly inputTab: InputTab;
  readonly fullScreen: boolean;
  readonly compare: boolean;
  readonly dialog: DialogName | null;
}

/** Everything one page with an editor needs: the files, the runs, the editor on screen and what is open around it. */
export class Workbench {
  readonly view = createStore<WorkbenchView>({
    pane: "code",
    outputTab: "output",
    inputTab: "input",
    fullScreen: false,
    compare: false,
    dialog: null,
  });
  readonly editor = createStore<EditorHandle | null>(null);
  readonly languages = createStore<readonly Language[]>([]);
  readonly tools: Tools;
  private pendingPlace: (SourceLocation & { listed: boolean }) | null = null;

  constructor(
    readonly workspace: Workspace,
    readonly runner: Runner,
    readonly kind: "edit" | "shared",
  ) {
    this.tools = new Tools({
      workspace,
      editor: () => this.editor.get(),
      language: () => this.language(),
      execute: executeToEnd,
      // A phone shows the code or the list, not both: there the editor lists its marks itself.
      goTo: (place) => this.goTo(place.path, place.line, place.column, { listed: window.matchMedia(PHONE).matches }),
      // A program that is running, and perhaps asking, keeps its place on screen; the tab is there for later.
      showFindings: () => {
        if (!isActive(this.runner.state.get().phase)) this.show({ outputTab: "findings" });
      },
    });
  }

  show(part: Partial<WorkbenchView>): void {
    this.view.set((now) => ({ ...now, ...part }));
  }

  language(): Language | undefined {
    return this.languages.get().find((one) => one.id === this.workspace.project.language);
  }

  async run(): Promise<void> {
    const { project } = this.workspace;
    if (isActive(this.runner.state.get().phase)) {
      announce("The program is already running.");
      return;
    }
    const fault = inputFault(project, this.language());
    if (fault !== null) {
      this.show({ inputTab: "options", pane: "input", fullScreen: false });
      showToast(`Not run. ${fault}`);
      return;
    }
    this.show({ pane: "output", outputTab: "output" });
    announce("Running.");
    await this.runner.run(project, this.language());
    this.announceEnd();
  }

  private announceEnd(): void {
    const { phase, record, error } = this.runner.state.get();
    if (phase === "failed" && error) announce(`${error.what} ${error.why} ${error.next}`, true);
    if (phase !== "ended" || !record) return;
    const ending = describeEnding(record);
    announce(`${ending.title}. ${ending.detail}`, ending.tone !== "good");
    if (record.verdict === "compile_error") this.show({ outputTab: "compile" });
  }

  /**
   * Shows a place in the source: opens the file, and moves there once the editor has it. `listed` also opens the list of
   * everything that is marked in that file.
   */
  goTo(path: string, line: number, column: number | null, { listed = false } = {}): void {
    this.show({ pane: "code", fullScreen: false });
    this.pendingPlace = { path, line, column, listed };
    this.workspace.open(path);
    this.placeIfReady();
  }

  /** Called when the shown file or the editor changed; a waiting jump may now be possible. */
  placeIfReady(shown: string | null = this.workspace.store.get().active): void {
    const place = this.pendingPlace;
    const editor = this.editor.get();
    if (!place || !editor || shown !== place.path) return;
    this.pendingPlace = null;
    // After React has put the file on screen: a frame is the first moment that is certain.
    requestAnimationFrame(() => {
      if (place.listed) this.editor.get()?.perform("list-problems");
      this.editor.get()?.goTo(place.line, place.column);
    });
  }
}
