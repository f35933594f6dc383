import { type DragEvent, type ReactNode, useState } from "react";
import { uploadFiles } from "../project/actions";
import { useWorkbench } from "./WorkbenchContext";

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** Takes files dropped anywhere on the page; without it the browser would leave the page and open them. */
export function DropZone({ children }: { children: ReactNode }) {
  const bench = useWorkbench();
  const [over, setOver] = useState(false);
  return (
    <div
      className="relative flex h-full flex-col"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(bench.kind === "edit");
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDropCapture={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        if (bench.kind === "edit") void uploadFiles(bench, [...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <div className="pointer-events-none absolute inset-2 z-40 grid place-items-center rounded-xl border-2 border-dashed border-accent-text bg-accent-wash/90 text-base font-semibold text-accent-text">
          Drop to add to the program
        </div>
      ) : null}
    </div>
  );
}
