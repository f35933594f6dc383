import { queryOptions } from "@tanstack/react-query";
import { getLanguage, getShare, listLanguages } from "./client";
import { ApiProblem } from "./problem";
import type { Language } from "./schema";

/** Client errors repeat themselves; only an unreachable or struggling server is worth asking again. */
export function retryTemporary(failures: number, error: Error): boolean {
  if (error instanceof ApiProblem && !error.temporary) return false;
  return failures < 8;
}

/** What the server says of a language it has not got round to testing since it started. */
const UNTESTED = "not tested yet";

export function isUntested(language: Language): boolean {
  return !language.available && language.reason === UNTESTED;
}

export const languagesQuery = queryOptions({
  queryKey: ["languages"],
  queryFn: ({ signal }) => listLanguages(signal).then((answer) => answer.items),
  // Right after a start the tests are still running; each answer may offer more.
  refetchInterval: (query) => (query.state.data?.some(isUntested) ? 1000 : false),
  staleTime: 5 * 60_000,
});

export const languageQuery = (id: string) =>
  queryOptions({
    queryKey: ["language", id],
    queryFn: ({ signal }) => getLanguage(id, signal),
    staleTime: 5 * 60_000,
  });

export const shareQuery = (id: string) =>
  queryOptions({
    queryKey: ["share", id],
    queryFn: ({ signal }) => getShare(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
