import type { Command } from "./commands";
import { Keys } from "./kit/Button";
import { Modal } from "./kit/Modal";

const EXTRA = [
  { title: "Leave the editor: Esc, then Tab", shortcut: "Esc" },
  { title: "Add a cursor above or below", shortcut: "Mod+Alt+Up" },
  { title: "Select the next occurrence", shortcut: "Mod+D" },
  { title: "Rename the selected file", shortcut: "F2" },
  { title: "Delete the selected file", shortcut: "Delete" },
] as const;

export function ShortcutsDialog({
  open,
  commands,
  onClose,
}: {
  open: boolean;
  commands: readonly Command[];
  onClose: () => void;
}) {
  const groups = [...new Set(commands.map((one) => one.group))];
  return (
    <Modal open={open} onClose={onClose} title="Keyboard shortcuts" wide>
      <div className="columns-2 gap-8 max-md:columns-1">
        {groups.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-semibold text-text-soft">{group}</h3>
            <ul>
              {commands
                .filter((one) => one.group === group && one.shortcut !== undefined)
                .map((one) => (
                  <Row key={one.id} title={one.title} shortcut={one.shortcut ?? ""} />
                ))}
              {group === "Edit" ? EXTRA.map((one) => <Row key={one.title} {...one} />) : null}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Row({ title, shortcut }: { title: string; shortcut: string }) {
  return (
    <li className="flex items-center justify-between gap-4 py-1">
      <span>{title}</span>
      <Keys shortcut={shortcut} />
    </li>
  );
}
