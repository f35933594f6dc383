import { explain } from "../api/problem";
import { Button } from "./kit/Button";
import { Logo } from "./Logo";

/** A whole page that has nothing to show yet, or cannot show what was asked for. */
export function PageMessage({ error, what, onRetry }: { error?: unknown; what?: string; onRetry?: () => void }) {
  if (error === undefined) {
    return (
      <div className="grid gap-3 p-6" role="status" aria-label="Loading">
        <div className="skeleton h-9 w-64" />
        <div className="skeleton h-4 w-1/2" />
        <div className="skeleton h-4 w-2/3" />
      </div>
    );
  }
  const problem = explain(error, what ?? "This page could not be shown.");
  return (
    <MessagePage
      title={problem.what}
      why={problem.why}
      next={problem.next}
      requestId={problem.requestId}
      {...(onRetry ? { onRetry } : {})}
    />
  );
}

/** An address under which nothing is: asking again would not help. */
export function NoSuchLink() {
  return (
    <MessagePage
      title="There is no such link"
      why="No program was shared under this address."
      next="Check that the link was copied whole, or write a program of your own."
    />
  );
}

interface MessagePageProps {
  title: string;
  why: string;
  next: string;
  requestId?: string | null;
  onRetry?: () => void;
}

function MessagePage({ title, why, next, requestId = null, onRetry }: MessagePageProps) {
  return (
    <main className="mx-auto grid h-full max-w-md content-center gap-3 p-6">
      <Logo />
      <h1 className="mt-4 text-lg font-semibold">{title}</h1>
      <p>{why}</p>
      <p className="text-text-soft">{next}</p>
      {requestId ? <p className="font-mono text-xs text-text-soft">Request {requestId}</p> : null}
      <div className="mt-2 flex gap-2">
        {onRetry ? (
          <Button look="primary" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
        <a
          href="/"
          className={`inline-flex h-8 items-center rounded-md px-3 max-md:h-10 ${onRetry ? "border border-line-strong hover:bg-raised" : "bg-accent font-semibold text-white hover:bg-accent-strong"}`}
        >
          Write a program
        </a>
      </div>
    </main>
  );
}
