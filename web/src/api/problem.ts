import type { Problem } from "./schema";
import { sentence } from "./sentence";

/** The server answered, and the answer was an error (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs: number | null = null,
  ) {
    super(problem.detail ?? problem.title);
    this.name = "ApiProblem";
  }

  /** The server refused for now: the same request may succeed later. */
  get temporary(): boolean {
    return [429, 502, 503, 504].includes(this.problem.status);
  }
}

/** No answer came back at all: offline, server stopped, connection cut. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "Unreachable";
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 404;
}

export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

export async function problemFromResponse(response: Response): Promise<ApiProblem> {
  const fallback: Problem = { title: response.statusText || `HTTP ${response.status}`, status: response.status };
  let problem = fallback;
  try {
    const body: unknown = await response.json();
    if (typeof body === "object" && body !== null && ("title" in body || "detail" in body)) {
      problem = { ...fallback, ...(body as Partial<Problem>), status: response.status };
    }
  } catch {
    // A proxy in between may answer in HTML: the status line is all there is to tell.
  }
  return new ApiProblem(problem, parseRetryAfter(response.headers.get("Retry-After"), Date.now()));
}

/** What happened, why, and what to do next: the three things every error message says. */
export interface Explanation {
  what: string;
  why: string;
  next: string;
  requestId: string | null;
}

export function explain(error: unknown, what: string): Explanation {
  if (error instanceof ApiProblem) {
    const { problem } = error;
    const field = problem.field ? ` (field ${problem.field})` : "";
    return {
      what,
      why: problem.detail === undefined ? whyRefused(problem) : sentence(`${problem.detail}${field}`),
      next: nextStep(problem.status, error.retryAfterMs),
      requestId: problem.request_id ?? null,
    };
  }
  if (error instanceof Unreachable) {
    return {
      what,
      why: "The server cannot be reached.",
      next: "Check your connection; your text is safe in this browser.",
      requestId: null,
    };
  }
  return {
    what,
    why: error instanceof Error ? error.message : "Something unexpected happened in this page.",
    next: "Reload the page; your text is safe in this browser.",
    requestId: null,
  };
}

/** What a refusal says of its reason. One without a detail comes from something in front of the server: it is named so. */
export function whyRefused(problem: Problem): string {
  if (problem.detail !== undefined) return sentence(problem.detail);
  const answer = `${problem.status} ${problem.title}`.replace(/^(\d+) HTTP \1$/, "$1");
  if (problem.status === 429) return `Too many requests came from here (the answer was ${answer}).`;
  if (problem.status === 503) return `The server takes nothing more just now (the answer was ${answer}).`;
  if (problem.status === 502 || problem.status === 504) {
    return `Something in front of the server answered for it: it has no connection to it just now (${answer}).`;
  }
  return `The answer was ${answer}.`;
}

function nextStep(status: number, retryAfterMs: number | null): string {
  const wait = retryAfterMs === null ? "a moment" : `${Math.max(1, Math.ceil(retryAfterMs / 1000))} s`;
  if (status === 413) return "Make the program or its input smaller, then try again.";
  if (status === 429) return `Wait ${wait}, then try again.`;
  if (status === 404) return "Check the address: it may be mistyped.";
  if (status === 401 || status === 403) return "Reload the page, then try again.";
  if (status >= 500) return `Try again in ${wait}; if it goes on, report the request id.`;
  return "Correct it, then try again.";
}
