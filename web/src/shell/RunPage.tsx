import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { explain } from "../api/problem";
import { isUntested, languageQuery, languagesQuery } from "../api/queries";
import { Autosave } from "../project/autosave";
import { singleFileProject } from "../project/project";
import { SaveIndicator } from "../project/SaveIndicator";
import { STARTER } from "../project/starter";
import { loadCurrent } from "../project/storage";
import { Workspace } from "../project/workspace";
import { Runner } from "../run/runner";
import { announce } from "./announcer";
import { showToast } from "./toasts";
import { Workbench } from "./workbench";
import { WorkbenchPage } from "./WorkbenchPage";

function create() {
  const bench = new Workbench(new Workspace(loadCurrent() ?? STARTER), new Runner(), "edit");
  const autosave = new Autosave(bench.workspace);
  const save = () => {
    autosave.flush();
    const state = autosave.state.get();
    announce(state.kind === "failed" ? `Not saved. ${state.why}` : "Saved in this browser.", state.kind === "failed");
  };
  return { bench, autosave, save };
}

/** The start page: write, run, watch. */
export default function RunPage() {
  const [{ bench, autosave, save }] = useState(create);
  const client = useQueryClient();
  const { data: languages, error } = useQuery(languagesQuery);
  useEffect(() => autosave.start(), [autosave]);

  useEffect(() => {
    // A first visit to a server without Python: start with the first language it does have.
    const usable = languages?.filter((one) => one.available) ?? [];
    const first = usable[0];
    if (!first || languages?.some(isUntested) || bench.workspace.project !== STARTER) return;
    if (usable.some((one) => one.id === STARTER.language)) return;
    void client.fetchQuery(languageQuery(first.id)).then((detail) => {
      if (bench.workspace.project === STARTER) {
        bench.workspace.load(singleFileProject(detail.id, detail.source_file, detail.hello));
      }
    });
  }, [languages, bench, client]);

  useEffect(() => {
    if (!error) return;
    const problem = explain(error, "The list of languages could not be fetched.");
    showToast(`${problem.what} ${problem.why}`, {
      label: "Try again",
      run: () => void client.refetchQueries({ queryKey: languagesQuery.queryKey }),
    });
  }, [error, client]);

  return <WorkbenchPage bench={bench} save={save} fork={null} status={<SaveIndicator autosave={autosave} />} />;
}
