import { IconButton } from "../shell/kit/Button";
import type { IconName } from "../shell/kit/Icon";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import type { ToolName } from "./requests";

const BUTTONS: readonly { tool: ToolName; label: string; text: string; icon: IconName; shortcut: string }[] = [
  { tool: "format", label: "Format this file", text: "Format", icon: "format", shortcut: "Shift+Alt+F" },
  { tool: "lint", label: "Lint all files", text: "Lint", icon: "lint", shortcut: "Shift+Alt+L" },
];

/** Buttons for the tools that the program's language has; a program to look at cannot be formatted. */
export function ToolButtons() {
  const bench = useWorkbench();
  const busy = useStore(bench.tools.busy);
  const id = useStore(bench.workspace.store, (state) => state.project.language);
  const language = useStore(bench.languages, (list) => list.find((one) => one.id === id));
  // The open file decides whether it can be formatted.
  useStore(bench.workspace.store, (state) => state.active);
  return BUTTONS.filter(
    ({ tool }) => language?.actions.includes(tool) && (tool === "lint" || bench.kind === "edit"),
  ).map(({ tool, label, text, icon, shortcut }) => {
    const fault = bench.tools.fault(tool);
    return (
      <IconButton
        key={tool}
        icon={icon}
        label={fault === null ? label : `${label}: ${fault}`}
        text={text}
        shortcut={shortcut}
        // Not `disabled`: the button keeps the focus and says why.
        aria-disabled={fault !== null}
        aria-busy={busy === tool}
        onClick={() => void bench.tools[tool]()}
      />
    );
  });
}
