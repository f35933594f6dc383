import { problemFromResponse, Unreachable } from "./problem";
import type {
  Execution,
  ExecutionRequest,
  Language,
  LanguageDetail,
  Share,
  ShareCreated,
  ShareRequest,
} from "./schema";
import { noteServerVersion } from "./version";

const BASE = "/api/v1";

export interface WaitOptions {
  signal?: AbortSignal | undefined;
  /** How long the server may hold the answer back for the execution to end; without it the answer comes at once. */
  waitSeconds?: number;
}

interface CallOptions {
  method?: "GET" | "POST";
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
  const init: RequestInit = { method: options.method ?? "GET", headers, credentials: "same-origin" };
  if (options.body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(options.body);
  }
  if (options.signal) init.signal = options.signal;
  let response: Response;
  try {
    response = await fetch(path.startsWith("/") ? path : `${BASE}/${path}`, init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Unreachable(error);
  }
  noteServerVersion(response.headers.get("Runyard-Version"));
  if (!response.ok) throw await problemFromResponse(response);
  try {
    return (await response.json()) as T;
  } catch (error) {
    // The connection was cut in the middle of the answer.
    throw new Unreachable(error);
  }
}

export function listLanguages(signal?: AbortSignal): Promise<{ items: Language[] }> {
  return call("languages", { signal });
}

export function getLanguage(id: string, signal?: AbortSignal): Promise<LanguageDetail> {
  return call(`languages/${encodeURIComponent(id)}`, { signal });
}

/** The key makes a repeat of the same request return the first execution instead of running twice. */
export function createExecution(
  request: ExecutionRequest,
  idempotencyKey: string,
  { signal, waitSeconds }: WaitOptions = {},
): Promise<Execution> {
  return call("executions", {
    method: "POST",
    body: request,
    headers: { "Idempotency-Key": idempotencyKey, ...prefer(waitSeconds) },
    signal,
  });
}

export function getExecution(id: string, { signal, waitSeconds }: WaitOptions = {}): Promise<Execution> {
  return call(`executions/${encodeURIComponent(id)}`, { signal, headers: prefer(waitSeconds) });
}

function prefer(waitSeconds: number | undefined): Record<string, string> {
  return waitSeconds === undefined ? {} : { Prefer: `wait=${waitSeconds}` };
}

export function cancelExecution(id: string): Promise<Execution> {
  return call(`executions/${encodeURIComponent(id)}/cancel`, { method: "POST" });
}

export function createShare(request: ShareRequest): Promise<ShareCreated> {
  return call("shares", { method: "POST", body: request });
}

export function getShare(id: string, signal?: AbortSignal): Promise<Share> {
  return call(`shares/${encodeURIComponent(id)}`, { signal });
}
