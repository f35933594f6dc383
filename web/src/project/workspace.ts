import { createStore, type Store } from "../state/store";
import { freePath, isUnder, renamePaths } from "./files";
import type { Project, ProjectFile } from "./project";

export interface WorkspaceState {
  readonly project: Project;
  readonly open: readonly string[];
  readonly active: string | null;
  /** Grows whenever files change from outside the editor, so that the editor shows the new text. */
  readonly revision: number;
}

/** The files being worked on, and which of them are open. One per page; the run page's is also kept in storage. */
export class Workspace {
  readonly store: Store<WorkspaceState>;

  constructor(project: Project) {
    this.store = createStore(opened(project, 0));
  }

  get project(): Project {
    return this.store.get().project;
  }

  /** Replaces everything; the answer puts the former state back. */
  load(project: Project): () => void {
    const before = this.store.get();
    this.store.set(opened(project, before.revision + 1));
    return () => this.store.set((now) => ({ ...before, revision: now.revision + 1 }));
  }

  /** Changes settings of the run: input, arguments and so on. */
  change(part: Partial<Omit<Project, "files">>): void {
    this.store.set((state) => ({ ...state, project: { ...state.project, ...part } }));
  }

  /** Typing in the editor: the text is already on screen, so the revision stays. */
  edit(path: string, content: string): void {
    this.store.set((state) => {
      const current = state.project.files.find((file) => file.path === path);
      if (!current || current.content === content) return state;
      const files = state.project.files.map((file) => (file === current ? { ...file, content } : file));
      return { ...state, project: { ...state.project, files } };
    });
  }

  open(path: string): void {
    this.store.set((state) => {
      if (!state.project.files.some((file) => file.path === path)) return state;
      const open = state.open.includes(path) ? state.open : [...state.open, path];
      return state.active === path && open === state.open ? state : { ...state, open, active: path };
    });
  }

  close(path: string): void {
    this.store.set((state) => {
      const at = state.open.indexOf(path);
      if (at < 0 || state.open.length === 1) return state;
      const open = state.open.filter((other) => other !== path);
      const active = state.active === path ? (open[Math.min(at, open.length - 1)] ?? null) : state.active;
      return { ...state, open, active };
    });
  }

  add(files: readonly ProjectFile[]): void {
    this.store.set((state) => {
      const all = [...state.project.files];
      const added: string[] = [];
      for (const file of files) {
        const path = freePath(
          file.path,
          all.map((one) => one.path),
        );
        all.push({ ...file, path });
        added.push(path);
      }
      return {
        ...state,
        project: { ...state.project, files: all },
        open: [...state.open, ...added.slice(0, 8)],
        active: added[0] ?? state.active,
        revision: state.revision + 1,
      };
    });
  }

  rename(from: string, to: string): void {
    const moved = (path: string) => (isUnder(path, from) ? to + path.slice(from.length) : path);
    this.store.set((state) => ({
      project: { ...state.project, files: renamePaths(state.project.files, from, to) },
      open: state.open.map(moved),
      active: state.active === null ? null : moved(state.active),
      revision: state.revision + 1,
    }));
  }

  /** Deletes a file or a folder; the answer puts the deleted files back and leaves later changes alone. */
  remove(target: string): () => void {
    const before = this.store.get();
    const gone = before.project.files.filter((file) => isUnder(file.path, target));
    this.store.set((state) => {
      const files = state.project.files.filter((file) => !isUnder(file.path, target));
      const remaining = state.open.filter((path) => !isUnder(path, target));
      const first = files[0]?.path;
      const open = remaining.length === 0 && first !== undefined ? [first] : remaining;
      const kept = state.active !== null && open.includes(state.active);
      return {
        project: { ...state.project, files },
        open,
        active: kept ? state.active : (open.at(-1) ?? null),
        revision: state.revision + 1,
      };
    });
    return () => {
      const present = new Set(this.project.files.map((file) => file.path));
      this.add(gone.filter((file) => !present.has(file.path)));
    };
  }
}

function opened(project: Project, revision: number): WorkspaceState {
  const first = project.files[0]?.path ?? null;
  return { project, open: project.files.slice(0, 8).map((file) => file.path), active: first, revision };
}
