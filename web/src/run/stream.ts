import type { ClientMessage, ExecutionEvent, ExecutionLinks, RefusedMessage } from "../api/schema";

export type Transport = "socket" | "events";

export interface StreamHandlers {
  onOpen(send: ((message: ClientMessage) => void) | null): void;
  onEvent(event: ExecutionEvent): void;
  onRefused(message: RefusedMessage): void;
}

export interface StreamOutcome {
  opened: boolean;
  ended: boolean;
}

/** Some proxies swallow a request for a socket without ever answering it. */
const OPEN_TIMEOUT_MS = 5000;

/** Follows one execution until it ends, the connection is lost or `signal` aborts; the caller decides about another try. */
export function followOnce(
  transport: Transport,
  links: ExecutionLinks,
  resumeFrom: string | null,
  handlers: StreamHandlers,
  signal: AbortSignal,
): Promise<StreamOutcome> {
  const follow = transport === "socket" ? followSocket : followEvents;
  return follow(transport === "socket" ? links.ws : links.events, resumeFrom, handlers, signal);
}

function address(link: string, resumeFrom: string | null, socket: boolean): string {
  const url = new URL(link, location.href);
  // Behind a proxy the server may not know its outside name: the page's own origin is the one that works.
  url.host = location.host;
  url.protocol = socket ? location.protocol.replace("http", "ws") : location.protocol;
  if (resumeFrom !== null) url.searchParams.set("last_event_id", resumeFrom);
  return url.href;
}

function followSocket(
  link: string,
  resumeFrom: string | null,
  handlers: StreamHandlers,
  signal: AbortSignal,
): Promise<StreamOutcome> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address(link, resumeFrom, true));
    const outcome: StreamOutcome = { opened: false, ended: false };
    const close = () => socket.close();
    signal.addEventListener("abort", close);
    const impatience = setTimeout(close, OPEN_TIMEOUT_MS);
    socket.addEventListener("open", () => {
      clearTimeout(impatience);
      outcome.opened = true;
      handlers.onOpen((message) => socket.send(JSON.stringify(message)));
    });
    socket.addEventListener("message", (message) => {
      const event = readEvent(message.data);
      if (!event) return;
      if (event.type === "error") {
        handlers.onRefused(event);
        return;
      }
      handlers.onEvent(event);
      if (event.type === "end") {
        outcome.ended = true;
        socket.close();
      }
    });
    socket.addEventListener("close", () => {
      clearTimeout(impatience);
      signal.removeEventListener("abort", close);
      resolve(outcome);
    });
    if (signal.aborted) close();
  });
}

function followEvents(
  link: string,
  resumeFrom: string | null,
  handlers: StreamHandlers,
  signal: AbortSignal,
): Promise<StreamOutcome> {
  return new Promise((resolve) => {
    const source = new EventSource(address(link, resumeFrom, false));
    const outcome: StreamOutcome = { opened: false, ended: false };
    const finish = () => {
      source.close();
      signal.removeEventListener("abort", finish);
      resolve(outcome);
    };
    signal.addEventListener("abort", finish);
    source.addEventListener("open", () => {
      outcome.opened = true;
      handlers.onOpen(null);
    });
    source.addEventListener("message", (message) => {
      const event = readEvent(message.data);
      if (!event || event.type === "error") return;
      handlers.onEvent(event);
      if (event.type === "end") {
        outcome.ended = true;
        finish();
      }
    });
    // The browser would retry by itself, but blindly: the caller's way asks for the record and shows the wait.
    source.addEventListener("error", finish);
    if (signal.aborted) finish();
  });
}

function readEvent(data: unknown): ExecutionEvent | RefusedMessage | null {
  if (typeof data !== "string") return null;
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value === "object" && value !== null && "type" in value) {
      return value as ExecutionEvent | RefusedMessage;
    }
  } catch {
    // Not JSON (a keep-alive comment from something in between): nothing to act on.
  }
  return null;
}
