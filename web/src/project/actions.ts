import { announce } from "../shell/announcer";
import { formatBytes } from "../run/format";
import { showToast } from "../shell/toasts";
import type { Workbench } from "../shell/workbench";
import { downloadZip } from "./download";
import { isUnder } from "./files";
import { languageForMainFile } from "./language";
import { type Project, singleFileProject } from "./project";
import { loadDraft, saveDraft } from "./storage";
import { LARGEST_UPLOAD, readUploads } from "./upload";

export function createFile(bench: Workbench, path: string): void {
  bench.workspace.add([{ path, content: "", encoding: "utf-8" }]);
  bench.show({ pane: "code" });
}

export function deletePath(bench: Workbench, path: string): void {
  const { files } = bench.workspace.project;
  if (files.every((file) => isUnder(file.path, path))) {
    showToast("The last file stays: a program needs at least one.");
    return;
  }
  const undo = bench.workspace.remove(path);
  showToast(`Deleted ${path}.`, { label: "Undo", run: undo });
  announce(`Deleted ${path}. Undo is available.`);
}

/** A program whose main file is now named for another language becomes a program of that language. */
export function followMainFile(bench: Workbench, path: string): void {
  const next = languageForMainFile(path, bench.workspace.project.language, bench.languages.get());
  if (next === null) return;
  // Flags belong to a language: those last used with the new one come along, not those of the old one's compiler.
  bench.workspace.change({ language: next, compilerFlagLine: loadDraft(next)?.compilerFlagLine ?? "" });
  const name = bench.languages.get().find((one) => one.id === next)?.name ?? next;
  showToast(`Language set to ${name} by the file's name.`);
}

export async function uploadFiles(bench: Workbench, list: readonly File[]): Promise<void> {
  const { files, refused } = await readUploads(list);
  if (refused.length > 0)
    showToast(`Too large to run (${formatBytes(LARGEST_UPLOAD)} at most), not added: ${refused.join(", ")}.`);
  if (files.length === 0) return;
  bench.workspace.add(files);
  bench.show({ pane: "code" });
  announce(`Added ${files.length} ${files.length === 1 ? "file" : "files"}.`);
}

export function downloadProject(bench: Workbench): Promise<void> {
  const { language, files } = bench.workspace.project;
  return downloadZip(`${language}-program.zip`, files);
}

/** Switches to a language: to the draft kept for it, or to its hello program. The present program is kept as a draft. */
export async function switchLanguage(bench: Workbench, id: string, hello: () => Promise<Project>): Promise<void> {
  const before = bench.workspace.project;
  if (before.language === id) return;
  try {
    saveDraft(before);
  } catch {
    // The undo below still holds the program when storage does not.
  }
  const next = loadDraft(id) ?? (await hello());
  bench.workspace.load(next);
}

/** Replaces the program by an example, offering the way back. */
export function loadExample(
  bench: Workbench,
  language: string,
  path: string,
  title: string,
  source: string,
  stdin: string,
): void {
  const before = bench.workspace.project;
  const compilerFlagLine = before.language === language ? before.compilerFlagLine : "";
  const undo = bench.workspace.load({ ...singleFileProject(language, path, source, stdin), compilerFlagLine });
  bench.show({ dialog: null, pane: "code" });
  showToast(`Loaded "${title}".`, { label: "Undo", run: undo });
}
