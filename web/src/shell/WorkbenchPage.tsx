import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo } from "react";
import { languagesQuery } from "../api/queries";
import { isActive } from "../run/runner";
import { ExamplesDialog } from "../project/ExamplesDialog";
import { SettingsDialog } from "../settings/SettingsDialog";
import { ShareDialog } from "../share/ShareDialog";
import { useStore } from "../state/store";
import { commandsFor } from "./commands";
import { ConnectionBanner } from "./ConnectionBanner";
import { DropZone } from "./DropZone";
import { Header } from "./Header";
import { LiveRegions } from "./LiveRegions";
import { Palette } from "./Palette";
import { Panels } from "./Panels";
import { PhoneBar } from "./PhoneBar";
import { PhonePanes } from "./PhonePanes";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { Toasts } from "./Toasts";
import { PHONE, useMediaQuery } from "./useMediaQuery";
import { useShortcuts } from "./useShortcuts";
import { VersionBanner } from "./VersionBanner";
import type { Workbench } from "./workbench";
import { WorkbenchContext } from "./WorkbenchContext";

interface WorkbenchPageProps {
  bench: Workbench;
  save: (() => void) | null;
  fork: (() => void) | null;
  status?: ReactNode;
  actions?: ReactNode;
  notice?: ReactNode;
}

export function WorkbenchPage({ bench, save, fork, status, actions, notice }: WorkbenchPageProps) {
  const phone = useMediaQuery(PHONE);
  const dialog = useStore(bench.view, (view) => view.dialog);
  const { data: languages } = useQuery(languagesQuery);
  const commands = useMemo(() => commandsFor({ bench, save, fork }), [bench, save, fork]);
  useShortcuts(commands, dialog !== null && dialog !== "new-file");
  useEffect(() => {
    bench.languages.set(languages ?? []);
  }, [bench, languages]);
  useEffect(
    () => () => {
      bench.runner.detach();
      bench.tools.detach();
    },
    [bench],
  );
  const running = useStore(bench.runner.state, (state) => isActive(state.phase));
  useEffect(() => {
    // Seen from another tab: whether it is worth coming back yet.
    document.title = running ? "Running - Runyard" : "Runyard";
  }, [running]);
  const close = () => bench.show({ dialog: null });

  return (
    <WorkbenchContext value={bench}>
      <DropZone>
        <SkipLinks bench={bench} />
        <Header status={status} actions={actions} />
        <VersionBanner
          onReload={() => {
            save?.();
            location.reload();
          }}
        />
        <ConnectionBanner />
        {notice}
        <main className="flex min-h-0 flex-1 flex-col">{phone ? <PhonePanes /> : <Panels />}</main>
        {phone ? <PhoneBar /> : null}
      </DropZone>
      <Palette open={dialog === "palette"} commands={commands} onClose={close} />
      <ShortcutsDialog open={dialog === "shortcuts"} commands={commands} onClose={close} />
      <SettingsDialog open={dialog === "settings"} onClose={close} />
      <ShareDialog />
      <ExamplesDialog />
      <Toasts />
      <LiveRegions />
    </WorkbenchContext>
  );
}

function SkipLinks({ bench }: { bench: Workbench }) {
  const link =
    "sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-white";
  return (
    <>
      <button
        type="button"
        className={link}
        onClick={() => {
          bench.show({ pane: "code", fullScreen: false });
          requestAnimationFrame(() => bench.editor.get()?.focus());
        }}
      >
        Skip to the code
      </button>
      <button
        type="button"
        className={link}
        onClick={() => {
          bench.show({ pane: "output" });
          requestAnimationFrame(() => document.querySelector<HTMLElement>("#output-panel [tabindex='0']")?.focus());
        }}
      >
        Skip to the output
      </button>
    </>
  );
}
