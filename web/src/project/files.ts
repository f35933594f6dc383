import type { ProjectFile } from "./project";

/** Why `path` cannot be used as a file name, in words for the person who typed it, or null when it can. */
export function pathFault(path: string, taken: readonly string[]): string | null {
  if (path.trim() === "") return "Give the file a name.";
  if (path !== path.trim()) return "A name cannot start or end with a space.";
  if (path.startsWith("/") || path.endsWith("/")) return "A name cannot start or end with a slash.";
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) {
    return "Folders are separated by single slashes, without . or ..";
  }
  if (/[\u0000-\u001f\\]/.test(path)) return "A name cannot hold backslashes or control characters.";
  if (path.length > 255) return "That name is too long.";
  if (taken.includes(path)) return "A file of that name exists already.";
  if (taken.some((other) => other.startsWith(`${path}/`))) return "A folder of that name exists already.";
  if (taken.some((other) => path.startsWith(`${other}/`))) return "A file cannot also be a folder.";
  return null;
}

/** A free name like the given one: `notes.txt`, `notes-2.txt`, ... */
export function freePath(wanted: string, taken: readonly string[]): string {
  if (pathFault(wanted, taken) === null) return wanted;
  const dot = wanted.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ""];
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}-${number}${extension}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

export type TreeNode =
  { kind: "file"; name: string; path: string } | { kind: "folder"; name: string; path: string; children: TreeNode[] };

/** Files as a tree: folders first, then files, each in alphabetical order. */
export function fileTree(paths: readonly string[]): TreeNode[] {
  const root: TreeNode[] = [];
  for (const path of paths) {
    const parts = path.split("/");
    let level = root;
    for (const [depth, name] of parts.entries()) {
      const prefix = parts.slice(0, depth + 1).join("/");
      if (depth === parts.length - 1) {
        level.push({ kind: "file", name, path });
        continue;
      }
      let folder = level.find((node) => node.kind === "folder" && node.name === name);
      if (folder?.kind !== "folder") {
        folder = { kind: "folder", name, path: prefix, children: [] };
        level.push(folder);
      }
      level = folder.children;
    }
  }
  return sortNodes(root);
}

function sortNodes(nodes: TreeNode[]): TreeNode[] {
  for (const node of nodes) if (node.kind === "folder") sortNodes(node.children);
  return nodes.sort((a, b) => (a.kind === b.kind ? a.name.localeCompare(b.name) : a.kind === "folder" ? -1 : 1));
}

/** Renames a file, or everything under a folder. */
export function renamePaths(files: readonly ProjectFile[], from: string, to: string): ProjectFile[] {
  return files.map((file) => {
    if (file.path === from) return { ...file, path: to };
    if (file.path.startsWith(`${from}/`)) return { ...file, path: to + file.path.slice(from.length) };
    return file;
  });
}

export function isUnder(path: string, target: string): boolean {
  return path === target || path.startsWith(`${target}/`);
}

export function byteLength(file: ProjectFile): number {
  if (file.encoding === "base64") return Math.floor((file.content.replace(/=+$/, "").length * 3) / 4);
  return new TextEncoder().encode(file.content).length;
}
