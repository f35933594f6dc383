import { useSyncExternalStore } from "react";
import { Button } from "../shell/kit/Button";
import { Icon, type IconName } from "../shell/kit/Icon";
import { useStore } from "../state/store";
import type { Autosave } from "./autosave";

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Whether the text is safe. Saving is local, so it goes on without a network. */
export function SaveIndicator({ autosave }: { autosave: Autosave }) {
  const state = useStore(autosave.state);
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  if (state.kind === "conflict") {
    return (
      <span className="flex items-center gap-2 text-warn" role="status">
        <Icon name="warning" size={14} />
        <span className="max-lg:sr-only">Changed in another tab</span>
        <Button onClick={() => autosave.takeOther()}>Take that</Button>
        <Button onClick={() => autosave.keepMine()}>Keep mine</Button>
      </span>
    );
  }
  const [icon, text, className]: [IconName, string, string] =
    state.kind === "failed"
      ? ["warning", `Not saved: ${state.why}`, "text-bad"]
      : state.kind === "saving"
        ? ["circle", "Saving", "text-text-soft"]
        : ["check", online ? "Saved" : "Saved, offline", "text-text-soft"];
  return (
    <span
      data-testid="save-state"
      title={`${text} in this browser`}
      className={`flex items-center gap-1 text-xs whitespace-nowrap ${className}`}
    >
      <Icon name={icon} size={14} />
      <span className="max-md:sr-only">{text}</span>
    </span>
  );
}
