import { downloadBytes } from "../project/download";
import type { Piece } from "./transcript";

export function piecesText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

/** The whole output as it came, escape sequences included, in the order it came. */
export function downloadOutput(pieces: readonly Piece[]): void {
  downloadBytes("output.txt", new TextEncoder().encode(piecesText(pieces)), "text/plain;charset=utf-8");
}
