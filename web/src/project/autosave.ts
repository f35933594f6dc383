import { createStore, type Store } from "../state/store";
import type { Project } from "./project";
import { draftKey, readProject, saveDraft } from "./storage";
import type { Workspace } from "./workspace";

export type SaveState =
  { kind: "saved" } | { kind: "saving" } | { kind: "failed"; why: string } | { kind: "conflict"; other: Project };

/** Typing pauses this long before a save: short enough to lose nothing that matters, long enough not to save per key. */
const PAUSE_MS = 400;

/** Keeps the workspace in this browser's storage, and notices when another tab saved something else. */
export class Autosave {
  readonly state: Store<SaveState> = createStore<SaveState>({ kind: "saved" });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saved: Project;

  constructor(private readonly workspace: Workspace) {
    this.saved = workspace.project;
  }

  /** Starts watching; the answer stops it, saving what is left. */
  start(): () => void {
    const unsubscribe = this.workspace.store.subscribe(() => this.changed());
    const onStorage = (event: StorageEvent) => this.otherTabSaved(event);
    const onHide = () => this.flush();
    window.addEventListener("storage", onStorage);
    window.addEventListener("pagehide", onHide);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      this.flush();
      unsubscribe();
      window.removeEventListener("storage", onStorage);
      window.removeEventListener("pagehide", onHide);
      document.removeEventListener("visibilitychange", onHide);
    };
  }

  /** Saves now what is not saved yet. */
  flush(): void {
    clearTimeout(this.timer);
    const { project } = this.workspace;
    if (project === this.saved || this.state.get().kind === "conflict") return;
    try {
      saveDraft(project);
      this.saved = project;
      this.state.set({ kind: "saved" });
    } catch {
      this.state.set({ kind: "failed", why: "This browser's storage is full or blocked." });
    }
  }

  takeOther(): void {
    const state = this.state.get();
    if (state.kind !== "conflict") return;
    this.saved = state.other;
    this.state.set({ kind: "saved" });
    this.workspace.load(state.other);
    this.saved = this.workspace.project;
  }

  keepMine(): void {
    if (this.state.get().kind !== "conflict") return;
    this.state.set({ kind: "saving" });
    this.flush();
  }

  private changed(): void {
    if (this.workspace.project === this.saved || this.state.get().kind === "conflict") return;
    this.state.set({ kind: "saving" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  private otherTabSaved(event: StorageEvent): void {
    const mine = this.workspace.project;
    if (event.key !== draftKey(mine.language)) return;
    const other = readProject(event.newValue);
    if (!other || JSON.stringify(other) === JSON.stringify(mine)) return;
    clearTimeout(this.timer);
    this.state.set({ kind: "conflict", other });
  }
}
