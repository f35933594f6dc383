import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { isNotFound } from "../api/problem";
import { shareQuery } from "../api/queries";
import type { Share } from "../api/schema";
import { saveDraft } from "../project/storage";
import { Workspace } from "../project/workspace";
import { Runner } from "../run/runner";
import { Button } from "../shell/kit/Button";
import { NoSuchLink, PageMessage } from "../shell/PageMessage";
import { showToast } from "../shell/toasts";
import { Workbench } from "../shell/workbench";
import { WorkbenchPage } from "../shell/WorkbenchPage";
import { sharedProject } from "./sharedProject";

/** `/s/{id}`: a program as it was shared, with its last result. It can be run and forked, not changed. */
export default function SharePage() {
  const { id } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(shareQuery(id ?? ""));
  if (isNotFound(error)) return <NoSuchLink />;
  if (error)
    return <PageMessage error={error} what="This shared program could not be shown." onRetry={() => void refetch()} />;
  if (!data) return <PageMessage />;
  return <SharedWorkbench key={data.id} share={data} />;
}

function SharedWorkbench({ share }: { share: Share }) {
  const navigate = useNavigate();
  const bench = useMemo(() => {
    const project = sharedProject(share);
    const shared = new Workbench(new Workspace(project), new Runner({ record: share.result, project }), "shared");
    if (share.result?.verdict === "compile_error") shared.show({ outputTab: "compile" });
    return shared;
  }, [share]);
  const fork = useCallback(() => {
    try {
      saveDraft(bench.workspace.project);
      void navigate({ to: "/" });
    } catch {
      showToast("Not forked: this browser's storage is full or blocked.");
    }
  }, [bench, navigate]);
  return (
    <WorkbenchPage
      bench={bench}
      save={null}
      fork={fork}
      actions={
        <Button icon="fork" onClick={fork} data-testid="fork">
          Fork
        </Button>
      }
      notice={
        <p className="border-b border-line bg-raised px-4 py-1.5 text-xs text-text-soft">
          Shared {new Date(share.created_at).toLocaleString()}. It cannot be changed here; fork it to edit a copy.
        </p>
      }
    />
  );
}
