import { fileFromBytes } from "./bytes";
import type { ProjectFile } from "./project";

/** The request body may hold 8 MiB; one file larger than this could never be run. */
export const LARGEST_UPLOAD = 4 * 1024 * 1024;

export interface Uploaded {
  files: ProjectFile[];
  refused: string[];
}

export async function readUploads(list: Iterable<File>): Promise<Uploaded> {
  const files: ProjectFile[] = [];
  const refused: string[] = [];
  for (const file of list) {
    if (file.size > LARGEST_UPLOAD) {
      refused.push(file.name);
      continue;
    }
    const path = file.webkitRelativePath === "" ? file.name : file.webkitRelativePath;
    files.push(fileFromBytes(path.replaceAll("\\", "_"), new Uint8Array(await file.arrayBuffer())));
  }
  return { files, refused };
}
