import { Menu } from "@base-ui/react/menu";
import { Icon, type IconName } from "./kit/Icon";
import type { DialogName } from "./workbench";
import { useWorkbench } from "./WorkbenchContext";

interface Entry {
  dialog: DialogName;
  label: string;
  icon: IconName;
}

const EXAMPLES: Entry = { dialog: "examples", label: "Examples", icon: "code" };
const ENTRIES: readonly Entry[] = [
  { dialog: "settings", label: "Settings", icon: "settings" },
  { dialog: "palette", label: "All commands", icon: "search" },
];

/** What the header of a desk shows side by side and a phone has no room for. */
export function PhoneMenu() {
  const bench = useWorkbench();
  const entries = bench.kind === "edit" ? [EXAMPLES, ...ENTRIES] : ENTRIES;
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label="Menu"
        className="inline-flex size-10 items-center justify-center rounded-md text-text-soft hover:bg-line/60 hover:text-text md:hidden"
      >
        <Icon name="menu" size={20} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-50">
          <Menu.Popup className="min-w-52 rounded-xl border border-line bg-overlay p-1.5 shadow-overlay outline-none">
            {entries.map((one) => (
              <Menu.Item
                key={one.dialog}
                className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 outline-none data-highlighted:bg-accent-wash"
                // The dialog gives the focus back to what had it, which should be the button and not the closing menu.
                onClick={() => requestAnimationFrame(() => bench.show({ dialog: one.dialog }))}
              >
                <Icon name={one.icon} className="text-text-soft" />
                {one.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
