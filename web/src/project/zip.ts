import { zipSync } from "fflate";
import { fileBytes } from "./bytes";
import type { ProjectFile } from "./project";

export function zipFiles(files: readonly ProjectFile[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map((file) => [file.path, fileBytes(file)]));
  return new Uint8Array(zipSync(entries, { level: 6 }));
}
