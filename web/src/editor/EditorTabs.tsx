import type { KeyboardEvent } from "react";
import { Icon } from "../shell/kit/Icon";
import { IconButton } from "../shell/kit/Button";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { changeSettings, settings } from "../settings/settings";
import { ToolButtons } from "../tools/ToolButtons";

/** The open files. Arrow keys move between them, Delete closes. */
export function EditorTabs() {
  const bench = useWorkbench();
  const { open, active } = useStore(bench.workspace.store);
  const showFiles = useStore(settings, (now) => now.showFiles);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = active === null ? -1 : open.indexOf(active);
    if (event.key === "Delete" && active !== null) {
      bench.workspace.close(active);
    } else {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const next = step === 0 ? undefined : open[(at + step + open.length) % open.length];
      if (next === undefined) return;
      bench.workspace.open(next);
      event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[open.indexOf(next)]?.focus();
    }
    event.preventDefault();
  };

  return (
    <div className="flex h-10 shrink-0 items-stretch border-b border-line bg-page">
      <div className="flex items-center px-1 max-md:hidden">
        <IconButton
          icon="folder"
          label={showFiles ? "Hide files" : "Show files"}
          shortcut="Alt+B"
          pressed={showFiles}
          onClick={() => changeSettings({ showFiles: !showFiles })}
        />
      </div>
      <div
        role="tablist"
        aria-label="Open files"
        tabIndex={-1}
        className="flex min-w-0 flex-1 items-stretch overflow-x-auto [scrollbar-width:none]"
        onKeyDown={onKeyDown}
      >
        {open.map((path) => {
          const name = path.split("/").at(-1) ?? path;
          const selected = path === active;
          return (
            <div
              key={path}
              role="presentation"
              className={`group flex items-center border-r border-line ${selected ? "bg-surface text-text shadow-[inset_0_2px_0_var(--accent-text)]" : "text-text-soft hover:text-text"}`}
            >
              <button
                type="button"
                role="tab"
                aria-selected={selected}
                tabIndex={selected ? 0 : -1}
                title={path}
                className={`h-full pl-3.5 whitespace-nowrap focus-visible:-outline-offset-2 ${open.length > 1 ? "pr-1" : "pr-3.5"}`}
                onClick={() => bench.workspace.open(path)}
              >
                {name}
              </button>
              {open.length > 1 ? (
                <button
                  type="button"
                  aria-label={`Close ${path}`}
                  tabIndex={-1}
                  className={`mr-1.5 inline-flex size-5 items-center justify-center rounded hover:bg-line max-md:size-9 ${selected ? "" : "opacity-0 group-hover:opacity-100 max-md:opacity-100"}`}
                  onClick={() => bench.workspace.close(path)}
                >
                  <Icon name="close" size={12} />
                </button>
              ) : null}
            </div>
          );
        })}
      </div>
      <div className="flex items-center px-1">
        <ToolButtons />
        {bench.kind === "edit" ? (
          <IconButton
            icon="plus"
            label="New file"
            onClick={() => {
              changeSettings({ showFiles: true });
              bench.show({ dialog: "new-file", pane: "files" });
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
