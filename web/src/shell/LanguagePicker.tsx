import { Select } from "@base-ui/react/select";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { explain } from "../api/problem";
import { languageQuery, languagesQuery } from "../api/queries";
import { switchLanguage } from "../project/actions";
import { singleFileProject } from "../project/project";
import { useStore } from "../state/store";
import { Icon } from "./kit/Icon";
import { showToast } from "./toasts";
import { useWorkbench } from "./WorkbenchContext";

/** The offered languages; what this server cannot run is shown greyed, with its reason. */
export function LanguagePicker() {
  const bench = useWorkbench();
  const client = useQueryClient();
  const id = useStore(bench.workspace.store, (state) => state.project.language);
  const { data: languages } = useQuery(languagesQuery);
  const current = languages?.find((one) => one.id === id);

  if (!languages) return <div className="skeleton h-9 w-32" role="status" aria-label="Fetching the languages" />;
  if (bench.kind === "shared") {
    return (
      <p className="px-1 font-medium">
        {current?.name ?? id} <span className="font-normal text-text-soft">{current?.version}</span>
      </p>
    );
  }
  const change = (next: string | null) => {
    if (next === null) return;
    switchLanguage(bench, next, async () => {
      const language = await client.fetchQuery(languageQuery(next));
      return singleFileProject(next, language.source_file, language.hello);
    }).catch((error: unknown) => {
      const problem = explain(error, "The language could not be changed.");
      showToast(`${problem.what} ${problem.why} ${problem.next}`);
    });
  };
  return (
    <Select.Root value={id} onValueChange={change}>
      <Select.Trigger
        aria-label={`Language: ${current?.name ?? id}`}
        data-testid="language"
        className="inline-flex h-9 min-w-0 items-center gap-2 rounded-lg border border-line-strong bg-surface px-3 hover:bg-raised max-md:h-11"
      >
        <span className="truncate font-medium">{current?.name ?? id}</span>
        <span className="text-text-soft max-md:hidden">{current?.version}</span>
        <Icon name="chevron" size={14} className="text-text-faint" />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner sideOffset={6} align="start" alignItemWithTrigger={false} className="z-50">
          <Select.Popup className="max-h-[min(70vh,var(--available-height))] min-w-60 overflow-auto rounded-xl border border-line bg-overlay p-1.5 shadow-overlay">
            {languages.map((one) => (
              <Select.Item
                key={one.id}
                value={one.id}
                disabled={!one.available}
                data-language={one.id}
                className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 outline-none data-disabled:cursor-default data-highlighted:bg-accent-wash max-md:min-h-11"
              >
                <span className="w-4">
                  <Select.ItemIndicator>
                    <Icon name="check" size={14} className="text-accent-text" />
                  </Select.ItemIndicator>
                </span>
                <span className={`flex-1 ${one.available ? "" : "text-text-faint"}`}>
                  <Select.ItemText>{one.name}</Select.ItemText>
                  {one.available ? null : (
                    <span className="block max-w-56 text-xs text-text-faint">
                      {one.reason ?? "Not available on this server"}
                    </span>
                  )}
                </span>
                <span className="text-xs text-text-soft tabular-nums">{one.version}</span>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
