import { fileBytes } from "./bytes";
import type { ProjectFile } from "./project";

export function downloadBytes(name: string, bytes: Uint8Array<ArrayBuffer>, type = "application/octet-stream"): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}

export function downloadText(name: string, text: string): void {
  downloadBytes(name, new TextEncoder().encode(text), "text/plain;charset=utf-8");
}

export function downloadFile(file: ProjectFile): void {
  downloadBytes(file.path.split("/").at(-1) ?? file.path, fileBytes(file));
}

export async function downloadZip(name: string, files: readonly ProjectFile[]): Promise<void> {
  const { zipFiles } = await import("./zip");
  downloadBytes(name, zipFiles(files), "application/zip");
}
