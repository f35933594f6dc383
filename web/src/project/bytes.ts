import { decodeBytes } from "../run/transcript";
import type { ProjectFile } from "./project";

export function fileBytes(file: ProjectFile): Uint8Array<ArrayBuffer> {
  return file.encoding === "base64" ? decodeBytes(file.content) : new TextEncoder().encode(file.content);
}

/** Text stays text; anything that is not UTF-8, or holds NUL, is kept byte for byte as base64. */
export function fileFromBytes(path: string, bytes: Uint8Array<ArrayBuffer>): ProjectFile {
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!content.includes("\0")) return { path, content, encoding: "utf-8" };
  } catch {
    // Not UTF-8: falls through to the binary form.
  }
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { path, content: btoa(binary), encoding: "base64" };
}
