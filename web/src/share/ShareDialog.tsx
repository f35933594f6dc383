import { useMutation } from "@tanstack/react-query";
import { useEffect, useId } from "react";
import { createShare } from "../api/client";
import { ApiProblem, explain } from "../api/problem";
import type { ShareCreated, ShareRequest } from "../api/schema";
import { sameProgram, toShareRequest } from "../project/project";
import { announce } from "../shell/announcer";
import { copyText } from "../shell/clipboard";
import { Button } from "../shell/kit/Button";
import { Modal } from "../shell/kit/Modal";
import { showToast } from "../shell/toasts";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";

/** A result the server no longer knows, or no longer counts as ours, must not keep the program from being shared. */
async function share(request: ShareRequest): Promise<ShareCreated> {
  try {
    return await createShare(request);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.field !== "execution_id") throw error;
    const { execution_id: _, ...program } = request;
    return createShare(program);
  }
}

export function ShareDialog() {
  const bench = useWorkbench();
  const open = useStore(bench.view, (view) => view.dialog === "share");
  const { mutate, reset, data, error } = useMutation({ mutationFn: share });

  useEffect(() => {
    if (!open) {
      reset();
      return;
    }
    const { project } = bench.workspace;
    const last = bench.runner.state.get();
    // A result belongs to a link only when it came from exactly this program.
    const fresh = last.phase === "ended" && last.record && last.project && sameProgram(last.project, project);
    mutate(toShareRequest(project, bench.language(), fresh && last.record ? last.record.id : null));
  }, [open, bench, mutate, reset]);

  const problem = error ? explain(error, "The link could not be made.") : null;
  const link = data ? new URL(data.url, location.origin).href : "";
  const embed = data
    ? `<iframe src="${location.origin}/embed/${data.id}" width="100%" height="420" loading="lazy" title="Runyard program"></iframe>`
    : "";

  return (
    <Modal
      open={open}
      onClose={() => bench.show({ dialog: null })}
      title="Share"
      description="The link shows this program as it is now, for anyone who has it. It never changes."
    >
      {problem ? (
        <div role="alert" className="rounded-md border border-bad/40 bg-bad/5 p-3">
          <p className="font-semibold text-bad">{problem.what}</p>
          <p>{problem.why}</p>
          <p className="text-text-soft">{problem.next}</p>
          {problem.requestId ? (
            <p className="mt-1 font-mono text-xs text-text-soft">Request {problem.requestId}</p>
          ) : null}
        </div>
      ) : data ? (
        <div className="grid gap-4">
          <CopyField label="Link" value={link} />
          <CopyField label="Embed in a page" value={embed} />
          <a className="text-accent-text underline" href={link} target="_blank" rel="noopener">
            Open the shared page
          </a>
        </div>
      ) : (
        <div className="grid gap-3" role="status" aria-label="Making the link">
          <div className="skeleton h-8" />
          <div className="skeleton h-8" />
        </div>
      )}
    </Modal>
  );
}

function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId();
  const copy = async () => {
    await copyText(value);
    showToast(`${label} copied.`);
    announce(`${label} copied.`);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-text-soft">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs max-md:h-10"
        />
        <Button icon="copy" onClick={() => void copy()}>
          Copy
        </Button>
      </div>
    </div>
  );
}
