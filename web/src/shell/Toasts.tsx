import { useEffect, useState } from "react";
import { useStore } from "../state/store";
import { IconButton } from "./kit/Button";
import { useKeyboardHeight } from "./useKeyboardHeight";
import { dismissToast, type Toast, toasts } from "./toasts";

/** Long enough to read two lines and reach the button; pointing at a message or focusing it keeps it. */
const SHOWN_MS = 8000;

/**
 * On a desk over the files and the code, which are the emptiest; on a phone above the panes' bar and the row of symbols,
 * or above the keyboard, so that tabs, tools and what is said on top of a pane stay in sight.
 */
export function Toasts() {
  const list = useStore(toasts);
  useKeyboardHeight();
  return (
    <div
      role="status"
      aria-label="Messages"
      className="pointer-events-none fixed bottom-14 left-4 z-50 grid w-max max-w-[min(calc(100vw-24px),42rem)] justify-items-start gap-2 max-md:left-1/2 max-md:-translate-x-1/2 max-md:bottom-[calc(6.75rem+var(--keyboard-height))]"
    >
      {list.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastView({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const { action } = toast;
  return (
    <div
      className="pointer-events-auto flex items-center gap-3 rounded-lg border border-line bg-overlay py-1.5 pr-1.5 pl-4 shadow-overlay"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {action ? (
        <button
          type="button"
          className="rounded px-2 py-1 font-semibold text-accent-text hover:bg-accent-wash"
          onClick={() => {
            dismissToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      ) : null}
      <IconButton icon="close" label="Dismiss" onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
