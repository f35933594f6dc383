import type { ComponentProps, ReactElement } from "react";
import { Tooltip } from "@base-ui/react/tooltip";
import { formatShortcut } from "../keyboard";
import { Icon, type IconName } from "./Icon";

const LOOKS = {
  primary: "bg-accent text-white hover:bg-accent-strong font-semibold",
  danger: "bg-bad text-white dark:text-black hover:opacity-90 font-semibold",
  plain: "border border-line-strong bg-surface text-text hover:bg-raised",
  quiet: "text-text-soft hover:bg-line/60 hover:text-text",
} as const;

export interface ButtonProps extends ComponentProps<"button"> {
  look?: keyof typeof LOOKS;
  icon?: IconName;
}

export function Button({ look = "plain", icon, className = "", children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`inline-flex h-8 items-center justify-center gap-1.5 rounded-md px-3 whitespace-nowrap select-none disabled:cursor-default disabled:opacity-50 max-md:h-10 ${LOOKS[look]} ${className}`}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  label: string;
  icon: IconName;
  shortcut?: string | undefined;
  pressed?: boolean | undefined;
  /** A word shown beside the icon where there is room; it has to be a part of the label. */
  text?: string;
}

/** A button that shows an icon, and little or no text: its name and shortcut are in the tooltip and in the accessible name. */
export function IconButton({ label, icon, shortcut, pressed, text, className = "", ...rest }: IconButtonProps) {
  return (
    <Hint text={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={`inline-flex size-7 items-center justify-center rounded-md text-text-soft select-none hover:bg-line/60 hover:text-text disabled:cursor-default disabled:opacity-40 aria-busy:pulse-dot aria-busy:text-accent-text aria-disabled:opacity-40 aria-pressed:bg-accent-wash aria-pressed:text-accent-text max-md:size-10 ${text ? "min-[1200px]:w-auto min-[1200px]:gap-1.5 min-[1200px]:px-2" : ""} ${className}`}
      >
        <Icon name={icon} />
        {text ? <span className="hidden whitespace-nowrap min-[1200px]:inline">{text}</span> : null}
      </button>
    </Hint>
  );
}

export function Hint({
  text,
  shortcut,
  children,
}: {
  text: string;
  shortcut?: string | undefined;
  children: ReactElement;
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="flex items-center gap-2 rounded-md border border-line bg-overlay px-2 py-1 text-xs text-text shadow-overlay">
            {text}
            {shortcut ? <Keys shortcut={shortcut} /> : null}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <kbd className="rounded border border-line bg-raised px-1.5 py-px font-sans text-[11px] text-text-soft">
      {formatShortcut(shortcut)}
    </kbd>
  );
}
