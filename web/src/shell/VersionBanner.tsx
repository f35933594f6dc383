import { serverVersion } from "../api/version";
import { useStore } from "../state/store";
import { Button } from "./kit/Button";

/** A newer server may not fit this page any more; the text is saved, so reloading loses nothing. */
export function VersionBanner({ onReload }: { onReload: () => void }) {
  const { first, current } = useStore(serverVersion);
  if (first === current) return null;
  return (
    <div role="status" className="flex items-center gap-3 border-b border-line bg-accent-wash px-4 py-1.5">
      <p className="flex-1">The server was updated to {current}. Reload to use it; your text stays.</p>
      <Button onClick={onReload}>Reload</Button>
      <Button look="quiet" onClick={() => serverVersion.set({ first: current, current })}>
        Later
      </Button>
    </div>
  );
}
