import type { APIRequestContext } from "@playwright/test";

interface Listed {
  id: string;
  available: boolean;
  reason?: string | null;
  actions: string[];
  accepts_compiler_flags: boolean;
}

/** Why the server cannot do something with a language, said aloud, or null when it can. A story then skips itself. */
export async function missing(
  request: APIRequestContext,
  id: string,
  wanted: "format" | "lint" | "flags",
): Promise<string | null> {
  const answer = await request.get("/api/v1/languages");
  const { items } = (await answer.json()) as { items: Listed[] };
  const language = items.find((one) => one.id === id);
  const can = wanted === "flags" ? language?.accepts_compiler_flags : language?.actions.includes(wanted);
  const why = !language
    ? `this server has no ${id}`
    : !language.available
      ? `${id} is not available here: ${language.reason ?? "no reason given"}`
      : can
        ? null
        : `${id} has no ${wanted} on this server`;
  if (why !== null) process.stdout.write(`skipped: ${why}\n`);
  return why;
}
