import { useEffect, useState } from "react";
import { waiting } from "../run/connection";
import { useStore } from "../state/store";
import { Button } from "./kit/Button";
import { Icon } from "./kit/Icon";

const WORDS = {
  send: "Not sent yet: your program is kept here and is sent again",
  follow: "Your program goes on; its output is fetched again",
  result: "Your program has ended; its result is fetched again",
} as const;

/** Says that the server is away, what that means for the run, and when the next try is. */
export function ConnectionBanner() {
  const wait = useStore(waiting);
  if (!wait) return null;
  return (
    <div
      role="status"
      data-testid="connection"
      className="flex items-center gap-3 border-b border-warn/40 bg-warn/10 px-4 py-1.5"
    >
      <Icon name="cloud" className="text-warn" />
      <p className="flex-1">
        <span className="font-medium">{wait.why}</span> {WORDS[wait.what]}{" "}
        <Countdown key={wait.retryAt} until={wait.retryAt} />
        {wait.requestId === null ? null : (
          <span className="ml-2 font-mono text-xs text-text-soft">Request {wait.requestId}</span>
        )}
      </p>
      <Button onClick={wait.retryNow}>Try now</Button>
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return (
    // Hidden from screen readers: a live region that counts would not stop talking.
    <span aria-hidden="true" className="tabular-nums">
      in {Math.max(0, Math.ceil((until - now) / 1000))} s.
    </span>
  );
}
