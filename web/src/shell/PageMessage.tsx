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
    <main className="mx-auto grid h-full max-w-md content-center gap-3 p-6">
      <Logo />
      <h1 className="mt-4 text-lg font-semibold">{problem.what}</h1>
      <p>{problem.why}</p>
      <p className="text-text-soft">{problem.next}</p>
      {problem.requestId ? <p className="font-mono text-xs text-text-soft">Request {problem.requestId}</p> : null}
      <div className="mt-2 flex gap-2">
        {onRetry ? (
          <Button look="primary" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
        <a
          href="/"
          className="inline-flex h-8 items-center rounded-md border border-line-strong px-3 hover:bg-raised max-md:h-10"
        >
          Write a program
        </a>
      </div>
    </main>
  );
}
