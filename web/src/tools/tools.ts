import { explain } from "../api/problem";
import type { Execution, ExecutionRequest, Language } from "../api/schema";
import type { EditorHandle } from "../editor/handle";
import type { SourceProblem } from "../editor/problems";
import { matchPath, type SourceLocation } from "../output/locations";
import type { Project, ProjectFile } from "../project/project";
import type { Workspace } from "../project/workspace";
import { announce } from "../shell/announcer";
import { showToast } from "../shell/toasts";
import { createStore } from "../state/store";
import { formatOutcome, lintOutcome, summary } from "./outcomes";
import { formatRequest, lintRequest, type ToolName, toolFault } from "./requests";

/** What a tool found, and in which text: after an edit it is true no longer. */
export interface Marks {
  readonly tool: ToolName;
  readonly files: readonly ProjectFile[];
  readonly problems: readonly SourceProblem[];
}

/** What the tools work on and with; given, so that they can be tried without a page or a server. */
export interface Bench {
  readonly workspace: Workspace;
  editor(): EditorHandle | null;
  language(): Language | undefined;
  execute(request: ExecutionRequest, signal: AbortSignal): Promise<Execution>;
  goTo(place: SourceLocation): void;
  /** Brings the list of what was found into view. */
  showFindings(): void;
}

/** Formats and checks programs. A tool is an execution of its own: the output pane and the history stay as they are. */
export class Tools {
  readonly busy = createStore<ToolName | null>(null);
  readonly marks = createStore<Marks | null>(null);
  private current: AbortController | null = null;

  constructor(private readonly bench: Bench) {}

  fault(tool: ToolName): string | null {
    const { project, active } = this.bench.workspace.store.get();
    const open = project.files.find((file) => file.path === active);
    return toolFault(tool, project, open, this.bench.language());
  }

  async format(): Promise<void> {
    const { project, active } = this.bench.workspace.store.get();
    const file = project.files.find((one) => one.path === active);
    if (!this.begin("format") || !file) return;
    const again = { label: "Format again", run: () => void this.format() };
    const record = await this.execute(formatRequest(project, file.path), `${file.path} was not formatted.`, again.run);
    if (!record) return;
    const outcome = formatOutcome(record, file.content);
    const now = this.bench.workspace.project.files.find((one) => one.path === file.path);
    if (now?.content !== file.content) {
      showToast(`${file.path} was not formatted: it changed in the meantime.`, again);
    } else if (outcome.kind === "failed") {
      this.showMarks("format", project, outcome.problems);
      showToast(`${file.path} was not formatted. ${outcome.why}`, this.wayTo(outcome.problems));
    } else if (outcome.text === file.content) {
      this.forgetFormat();
      showToast(`${file.path} is well formatted already.`);
    } else {
      this.forgetFormat();
      this.replace(file.path, outcome.text);
      showToast(`Formatted ${file.path}.`);
    }
  }

  async lint(): Promise<void> {
    const { project } = this.bench.workspace;
    const language = this.bench.language();
    if (!this.begin("lint") || !language) return;
    const again = { label: "Check again", run: () => void this.lint() };
    const record = await this.execute(lintRequest(project, language), "The program was not checked.", again.run);
    if (!record) return;
    const outcome = lintOutcome(record);
    if (this.bench.workspace.project.files !== project.files) {
      showToast("The program changed while it was checked, so the findings may be wrong.", again);
      return;
    }
    this.showMarks("lint", project, outcome.problems);
    const said = outcome.kind === "checked" ? summary(outcome.problems) : `The program was not checked. ${outcome.why}`;
    showToast(said, this.wayTo(outcome.problems));
  }

  /** Gives up waiting, as when the page is left. */
  detach(): void {
    this.current?.abort();
  }

  private begin(tool: ToolName): boolean {
    const fault = this.fault(tool);
    if (fault !== null) {
      showToast(fault);
      return false;
    }
    if (this.busy.get() !== null) {
      announce(this.busy.get() === "format" ? "Still formatting." : "Still checking.");
      return false;
    }
    this.busy.set(tool);
    announce(tool === "format" ? "Formatting." : "Checking.");
    return true;
  }

  private async execute(request: ExecutionRequest, failed: string, again: () => void): Promise<Execution | null> {
    const control = new AbortController();
    this.current = control;
    try {
      return await this.bench.execute(request, control.signal);
    } catch (error) {
      if (control.signal.aborted) return null;
      const { what, why, next, requestId } = explain(error, failed);
      const request = requestId === null ? "" : ` (request ${requestId})`;
      showToast(`${what} ${why} ${next}${request}`, { label: "Try again", run: again });
      return null;
    } finally {
      this.busy.set(null);
    }
  }

  private replace(path: string, text: string): void {
    const editor = this.bench.editor();
    if (editor) editor.replaceText(path, text);
    else this.bench.workspace.edit(path, text);
  }

  private showMarks(tool: ToolName, project: Project, problems: readonly SourceProblem[]): void {
    this.marks.set({ tool, files: project.files, problems });
    if (problems.length > 0) this.bench.showFindings();
  }

  /** What kept a file from being formatted is over once it was. */
  private forgetFormat(): void {
    this.marks.set((marks) => (marks?.tool === "format" ? null : marks));
  }

  /** A button that leads to the first problem in the program's own files, if there is one. */
  private wayTo(problems: readonly SourceProblem[]): { label: string; run: () => void } | undefined {
    const paths = this.bench.workspace.project.files.map((file) => file.path);
    for (const { file, line, column } of problems) {
      const path = matchPath(file, paths);
      if (path !== null) return { label: "Show", run: () => this.bench.goTo({ path, line, column }) };
    }
    return undefined;
  }
}
