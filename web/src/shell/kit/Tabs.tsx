import type { KeyboardEvent, ReactNode } from "react";

export interface TabItem<T extends string> {
  id: T;
  label: ReactNode;
  badge?: ReactNode;
}

interface TabStripProps<T extends string> {
  label: string;
  items: readonly TabItem<T>[];
  active: T;
  onChange: (id: T) => void;
  panelId: string;
}

/** A row of tabs over one panel: arrow keys move, only the chosen one is in the tab order. */
export function TabStrip<T extends string>({ label, items, active, onChange, panelId }: TabStripProps<T>) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = items.findIndex((item) => item.id === active);
    const next = items[(at + step + items.length) % items.length];
    if (!next) return;
    onChange(next.id);
    document.getElementById(`${panelId}-tab-${next.id}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={label}
      className="flex h-full min-w-0 items-stretch overflow-x-auto overflow-y-hidden [scrollbar-width:none]"
      onKeyDown={move}
      tabIndex={-1}
    >
      {items.map((item) => (
        <button
          key={item.id}
          id={`${panelId}-tab-${item.id}`}
          type="button"
          role="tab"
          aria-selected={item.id === active}
          aria-controls={panelId}
          tabIndex={item.id === active ? 0 : -1}
          onClick={() => onChange(item.id)}
          className="relative flex shrink-0 items-center gap-1.5 px-2.5 text-text-soft after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:rounded-full hover:text-text aria-selected:font-medium aria-selected:text-text aria-selected:after:bg-accent-text focus-visible:-outline-offset-2"
        >
          {item.label}
          {item.badge}
        </button>
      ))}
    </div>
  );
}
