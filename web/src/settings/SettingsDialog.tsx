import type { ReactNode } from "react";
import { Modal } from "../shell/kit/Modal";
import { useStore } from "../state/store";
import { changeSettings, FONT_SIZES, type Keymap, settings, TAB_SIZES, type Theme } from "./settings";

export function SettingsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const now = useStore(settings);
  return (
    <Modal open={open} onClose={onClose} title="Settings" description="Kept in this browser.">
      <div className="grid gap-4">
        <Choice<Theme>
          label="Theme"
          value={now.theme}
          options={[
            ["system", "System"],
            ["light", "Light"],
            ["dark", "Dark"],
          ]}
          onChange={(theme) => changeSettings({ theme })}
        />
        <Choice<Keymap>
          label="Keys"
          value={now.keymap}
          options={[
            ["default", "Common"],
            ["vim", "Vim"],
            ["emacs", "Emacs"],
          ]}
          onChange={(keymap) => changeSettings({ keymap })}
        />
        <Choice<string>
          label="Tab width"
          value={String(now.tabSize)}
          options={TAB_SIZES.map((size) => [String(size), String(size)])}
          onChange={(size) => changeSettings({ tabSize: Number(size) })}
        />
        <Row label="Text size">
          <select
            aria-label="Text size"
            value={now.fontSize}
            onChange={(event) => changeSettings({ fontSize: Number(event.target.value) })}
            className="h-8 rounded-md border border-line-strong bg-surface px-2 max-md:h-10"
          >
            {FONT_SIZES.map((size) => (
              <option key={size} value={size}>
                {size} px
              </option>
            ))}
          </select>
        </Row>
        <Toggle label="Wrap long lines" checked={now.wrap} onChange={(wrap) => changeSettings({ wrap })} />
        <Toggle
          label="Plain text box"
          note="Without highlighting; for screen readers and unusual keyboards."
          checked={now.plainEditor}
          onChange={(plainEditor) => changeSettings({ plainEditor })}
        />
      </div>
    </Modal>
  );
}

function Row({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <span>
        {label}
        {note ? <span className="block text-xs text-text-soft">{note}</span> : null}
      </span>
      {children}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Row label={label}>
      <div role="radiogroup" aria-label={label} className="flex rounded-lg border border-line bg-raised p-0.5">
        {options.map(([id, text]) => (
          <label
            key={id}
            className="cursor-pointer rounded-md px-3 py-1 text-text-soft has-checked:bg-surface has-checked:font-medium has-checked:text-text has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent-text max-md:py-2"
          >
            <input type="radio" name={label} className="sr-only" checked={value === id} onChange={() => onChange(id)} />
            {text}
          </label>
        ))}
      </div>
    </Row>
  );
}

function Toggle({
  label,
  note,
  checked,
  onChange,
}: {
  label: string;
  note?: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="cursor-pointer">
      <Row label={label} {...(note ? { note } : {})}>
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
      </Row>
    </label>
  );
}
