import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { ProjectFile } from "../project/project";
import { highlightLines, type Token } from "./highlight";

/** Source to read: numbered, coloured lines, nothing to edit. */
export function SourceListing({ file, line }: { file: ProjectFile | undefined; line: number | null }) {
  const marked = useRef<HTMLLIElement>(null);
  const text = file?.encoding === "utf-8" ? file.content : null;
  const { data: coloured } = useQuery({
    queryKey: ["highlight", file?.path, text],
    queryFn: () => highlightLines(file?.path ?? "", text ?? ""),
    enabled: text !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  useEffect(() => marked.current?.scrollIntoView({ block: "center" }), [line, file]);

  if (!file || text === null) {
    return <p className="flex-1 p-4 text-text-soft">{file ? "A binary file." : "No file."}</p>;
  }
  const lines: readonly (readonly Token[])[] =
    coloured ?? text.split("\n").map((plain) => [{ text: plain, className: "" }]);
  return (
    <section
      aria-label={`Source of ${file.path}`}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto py-2 font-mono text-[13px] leading-[1.5] focus-visible:-outline-offset-2"
    >
      <ol>
        {lines.map((tokens, index) => (
          <li
            key={index}
            ref={index + 1 === line ? marked : null}
            className={`flex min-h-[1.5em] whitespace-pre ${index + 1 === line ? "bg-accent-wash" : ""}`}
          >
            <span aria-hidden="true" className="w-12 shrink-0 pr-3 text-right text-text-faint select-none">
              {index + 1}
            </span>
            <span>
              {tokens.map((token, at) => (
                <span key={at} className={token.className}>
                  {token.text}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
