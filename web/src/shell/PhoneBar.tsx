import { useStore } from "../state/store";
import { Icon, type IconName } from "./kit/Icon";
import type { Pane } from "./workbench";
import { useWorkbench } from "./WorkbenchContext";

const PANES: readonly { id: Pane; label: string; icon: IconName }[] = [
  { id: "files", label: "Files", icon: "file" },
  { id: "code", label: "Code", icon: "code" },
  { id: "input", label: "Input", icon: "input" },
  { id: "output", label: "Output", icon: "output" },
];

export function PhoneBar() {
  const bench = useWorkbench();
  const pane = useStore(bench.view, (view) => view.pane);
  return (
    <nav
      aria-label="Panes"
      className="grid shrink-0 grid-cols-4 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      {PANES.map((one) => (
        <button
          key={one.id}
          type="button"
          aria-current={pane === one.id ? "page" : undefined}
          onClick={() => bench.show({ pane: one.id })}
          className="flex h-14 flex-col items-center justify-center gap-0.5 text-xs text-text-soft aria-[current]:font-semibold aria-[current]:text-accent-text focus-visible:-outline-offset-2"
        >
          <Icon name={one.icon} size={20} />
          {one.label}
        </button>
      ))}
    </nav>
  );
}
