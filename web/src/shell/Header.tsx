import type { ReactNode } from "react";
import { Button, Hint, IconButton } from "./kit/Button";
import { LanguagePicker } from "./LanguagePicker";
import { Logo } from "./Logo";
import { PhoneMenu } from "./PhoneMenu";
import { RunButton } from "./RunButton";
import { useWorkbench } from "./WorkbenchContext";

export function Header({ status, actions }: { status?: ReactNode; actions?: ReactNode }) {
  const bench = useWorkbench();
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-line bg-surface px-3 max-md:px-2">
      <Logo />
      <h1 className="sr-only">{bench.kind === "edit" ? "Write and run a program" : "A shared program"}</h1>
      <LanguagePicker />
      <RunButton />
      {bench.kind === "edit" ? (
        <Hint text="Programs to start from" shortcut="Alt+E">
          <Button look="quiet" className="max-md:hidden" onClick={() => bench.show({ dialog: "examples" })}>
            Examples
          </Button>
        </Hint>
      ) : null}
      <div className="ml-auto flex items-center gap-1.5">
        {status}
        {actions}
        <Hint text="Make a link to this program" shortcut="Alt+S">
          <Button icon="share" className="max-md:hidden" onClick={() => bench.show({ dialog: "share" })}>
            Share
          </Button>
        </Hint>
        <IconButton icon="share" label="Share" className="md:hidden" onClick={() => bench.show({ dialog: "share" })} />
        <IconButton
          icon="settings"
          label="Settings"
          shortcut="Mod+,"
          className="max-md:hidden"
          onClick={() => bench.show({ dialog: "settings" })}
        />
        <IconButton
          icon="search"
          label="All commands"
          text="Commands"
          shortcut="Mod+K"
          className="max-md:hidden"
          onClick={() => bench.show({ dialog: "palette" })}
        />
        <PhoneMenu />
      </div>
    </header>
  );
}
