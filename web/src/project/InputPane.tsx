import { type ReactNode, useId } from "react";
import { sentence } from "../api/sentence";
import { TabStrip } from "../shell/kit/Tabs";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { splitArguments } from "./arguments";
import { parseEnvironment } from "./environment";
import { quoteFault } from "./inputFault";
import { type LimitFields, MOST_FLAGS, type Project } from "./project";

/** Flags worth knowing, as a hint in the empty field. */
const FLAG_EXAMPLES: Record<string, string> = {
  c: "-Wextra -DDEBUG",
  cpp: "-Wextra -DDEBUG",
  cpp20: "-Wextra -DDEBUG",
  go: "-tags debug",
  java: "-Xlint:all",
  rust: "-C debug-assertions",
  typescript: "--noUnusedLocals",
};

const FIELD = "w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 font-mono read-only:opacity-70";

/** What the program is given besides its source: input, arguments, environment and limits. */
export function InputPane() {
  const bench = useWorkbench();
  const project = useStore(bench.workspace.store, (state) => state.project);
  const tab = useStore(bench.view, (view) => view.inputTab);
  const readOnly = bench.kind === "shared";
  const change = (part: Partial<Omit<Project, "files">>) => bench.workspace.change(part);
  const takesFlags = useStore(
    bench.languages,
    (list) => list.find((one) => one.id === project.language)?.accepts_compiler_flags ?? false,
  );
  const optionsSet = optionCount(project, takesFlags);

  return (
    <section aria-label="Input" className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex h-10 shrink-0 items-center justify-between border-b border-line pr-3 pl-1">
        <TabStrip
          label="Input panels"
          panelId="input-panel"
          active={tab}
          onChange={(inputTab) => bench.show({ inputTab })}
          items={[
            { id: "input", label: "Input" },
            {
              id: "options",
              label: "Options",
              badge:
                optionsSet > 0 ? (
                  <span className="rounded-full bg-accent-wash px-1.5 text-[11px] leading-4 text-accent-text">
                    {optionsSet}
                  </span>
                ) : null,
            },
          ]}
        />
        <label className="flex items-center gap-2 text-text-soft max-md:min-h-10">
          <input
            type="checkbox"
            checked={project.interactive}
            onChange={(event) => change({ interactive: event.target.checked })}
            className="size-4 accent-accent"
          />
          Interactive
        </label>
      </div>
      <div
        id="input-panel"
        role="tabpanel"
        aria-labelledby={`input-panel-tab-${tab}`}
        className="min-h-0 flex-1 overflow-auto"
      >
        {tab === "input" ? (
          project.interactive ? (
            <p className="px-4 py-3 text-text-soft">
              The program&apos;s input stays open while it runs: type to it under its output. Ctrl+D ends the input.
            </p>
          ) : (
            <textarea
              id="stdin"
              aria-label="Standard input"
              placeholder="Standard input for the program"
              className="block h-full w-full resize-none bg-surface p-3 font-mono outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent-text)]"
              spellCheck={false}
              autoCapitalize="off"
              readOnly={readOnly}
              value={project.stdin}
              onChange={(event) => change({ stdin: event.target.value })}
            />
          )
        ) : (
          <Options project={project} takesFlags={takesFlags} readOnly={readOnly} change={change} />
        )}
      </div>
    </section>
  );
}

function optionCount(project: Project, takesFlags: boolean): number {
  const flags = takesFlags ? project.compilerFlagLine : "";
  return [project.argumentLine, flags, project.environment, ...Object.values(project.limits)].filter(
    (text) => text.trim() !== "",
  ).length;
}

interface OptionsProps {
  project: Project;
  takesFlags: boolean;
  readOnly: boolean;
  change: (part: Partial<Omit<Project, "files">>) => void;
}

function Options({ project, takesFlags, readOnly, change }: OptionsProps) {
  const args = splitArguments(project.argumentLine);
  const flags = splitArguments(project.compilerFlagLine);
  const [argumentFault, flagFault] = [quoteFault(project.argumentLine), quoteFault(project.compilerFlagLine)];
  const { faults } = parseEnvironment(project.environment);
  const limit = (part: Partial<LimitFields>) => change({ limits: { ...project.limits, ...part } });
  return (
    <div className="grid gap-4 p-4">
      <Field
        label="Arguments"
        note={
          argumentFault !== null
            ? sentence(argumentFault)
            : args.length > 1
              ? `${args.length} arguments`
              : "Quotes group words, as in a shell."
        }
        bad={argumentFault !== null}
      >
        {(id) => (
          <input
            id={id}
            className={FIELD}
            spellCheck={false}
            autoCapitalize="off"
            readOnly={readOnly}
            aria-invalid={argumentFault !== null}
            value={project.argumentLine}
            placeholder={'--name "Ada Lovelace"'}
            onChange={(event) => change({ argumentLine: event.target.value })}
          />
        )}
      </Field>
      {takesFlags ? (
        <Field
          label="Compiler flags"
          note={
            flagFault !== null
              ? sentence(flagFault)
              : flags.length > MOST_FLAGS
                ? `${flags.length} flags; the compiler is given at most ${MOST_FLAGS}.`
                : flags.length > 1
                  ? `${flags.length} flags`
                  : "Given to the compiler after its own flags."
          }
          bad={flagFault !== null || flags.length > MOST_FLAGS}
        >
          {(id) => (
            <input
              id={id}
              className={FIELD}
              spellCheck={false}
              autoCapitalize="off"
              readOnly={readOnly}
              aria-invalid={flagFault !== null || flags.length > MOST_FLAGS}
              value={project.compilerFlagLine}
              placeholder={FLAG_EXAMPLES[project.language] ?? ""}
              onChange={(event) => change({ compilerFlagLine: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Field
        label="Environment"
        note={faults.length > 0 ? `Line ${faults.join(", ")} is not NAME=value.` : "One NAME=value per line."}
        bad={faults.length > 0}
      >
        {(id) => (
          <textarea
            id={id}
            className={`${FIELD} resize-y`}
            rows={2}
            spellCheck={false}
            autoCapitalize="off"
            readOnly={readOnly}
            aria-invalid={faults.length > 0}
            value={project.environment}
            placeholder="GREETING=hello"
            onChange={(event) => change({ environment: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-3 gap-3">
        <LimitField
          label="Time, s"
          value={project.limits.wallSeconds}
          readOnly={readOnly}
          onChange={(wallSeconds) => limit({ wallSeconds })}
        />
        <LimitField
          label="Memory, MiB"
          value={project.limits.memoryMebibytes}
          readOnly={readOnly}
          onChange={(memoryMebibytes) => limit({ memoryMebibytes })}
        />
        <LimitField
          label="Output, KiB"
          value={project.limits.outputKibibytes}
          readOnly={readOnly}
          onChange={(outputKibibytes) => limit({ outputKibibytes })}
        />
      </div>
    </div>
  );
}

function LimitField({
  label,
  value,
  readOnly,
  onChange,
}: {
  label: string;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className={FIELD}
          inputMode="decimal"
          placeholder="default"
          readOnly={readOnly}
          value={value}
          onChange={(event) => onChange(event.target.value.replaceAll(/[^\d.]/g, ""))}
        />
      )}
    </Field>
  );
}

function Field({
  label,
  note,
  bad = false,
  children,
}: {
  label: string;
  note?: string;
  bad?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-text-soft">
        {label}
      </label>
      {children(id)}
      {note ? <p className={`mt-1 text-xs ${bad ? "text-bad" : "text-text-soft"}`}>{note}</p> : null}
    </div>
  );
}
