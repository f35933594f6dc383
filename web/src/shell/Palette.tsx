import { Dialog } from "@base-ui/react/dialog";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import type { Command } from "./commands";
import { Keys } from "./kit/Button";
import { Icon } from "./kit/Icon";

interface PaletteProps {
  open: boolean;
  commands: readonly Command[];
  onClose: () => void;
}

/** Every action by name. The field keeps the focus; the list is moved through with the arrow keys. */
export function Palette({ open, commands, onClose }: PaletteProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup
          aria-label="Commands"
          initialFocus={field}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[70vh] w-[calc(100vw-24px)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-overlay shadow-overlay"
        >
          <PaletteList commands={commands} onClose={onClose} field={field} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList({
  commands,
  onClose,
  field,
}: Omit<PaletteProps, "open"> & { field: React.RefObject<HTMLInputElement | null> }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return commands.filter((one) => {
      const name = `${one.group} ${one.title}`.toLowerCase();
      return one.id !== "palette-f1" && one.id !== "palette" && words.every((word) => name.includes(word));
    });
  }, [commands, query]);

  const perform = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // After the dialog gave the focus back, so that the command may move it on.
    requestAnimationFrame(command.run);
  };
  const move = (to: number) => {
    const next = (to + found.length) % Math.max(1, found.length);
    setChosen(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(chosen + 1);
    else if (event.key === "ArrowUp") move(chosen - 1);
    else if (event.key === "Enter") perform(found[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Icon name="search" className="text-text-faint" />
        <input
          ref={field}
          role="combobox"
          aria-label="Search commands"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder="What do you want to do?"
          className="h-12 flex-1 bg-transparent text-sm outline-none"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Commands" className="overflow-auto p-1.5">
        {found.map((command, index) => {
          const fault = command.fault?.() ?? null;
          return (
            <div
              key={command.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              aria-disabled={fault !== null}
              tabIndex={-1}
              className="flex h-9 cursor-pointer items-center gap-3 rounded-md px-3 aria-selected:bg-accent-wash max-md:h-11"
              onPointerMove={() => setChosen(index)}
              onClick={() => perform(command)}
              onKeyDown={onKeyDown}
            >
              <span className="w-10 text-xs text-text-faint">{command.group}</span>
              <span className={`flex-1 truncate ${fault === null ? "" : "text-text-soft"}`}>
                {command.title}
                {fault === null ? null : <span className="ml-2 text-xs">{fault}</span>}
              </span>
              {command.shortcut ? <Keys shortcut={command.shortcut} /> : null}
            </div>
          );
        })}
        {found.length === 0 ? <p className="px-3 py-4 text-text-soft">No command is called that.</p> : null}
      </div>
    </>
  );
}
