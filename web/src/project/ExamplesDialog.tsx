import { useQuery } from "@tanstack/react-query";
import { explain } from "../api/problem";
import { languageQuery } from "../api/queries";
import { Modal } from "../shell/kit/Modal";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { loadExample } from "./actions";

export function ExamplesDialog() {
  const bench = useWorkbench();
  const open = useStore(bench.view, (view) => view.dialog === "examples");
  const id = useStore(bench.workspace.store, (state) => state.project.language);
  const { data, error } = useQuery({ ...languageQuery(id), enabled: open });
  const entries = data ? [{ title: "Hello", source: data.hello, stdin: "" }, ...data.examples] : [];
  const problem = error ? explain(error, "The examples could not be fetched.") : null;
  return (
    <Modal
      open={open}
      onClose={() => bench.show({ dialog: null })}
      title={`${data?.name ?? ""} examples`.trim()}
      description="Loading one replaces your program; Undo brings it back."
    >
      {problem ? (
        <p role="alert">
          {problem.what} {problem.why} {problem.next}
        </p>
      ) : null}
      {!data && !problem ? <div className="skeleton h-16" role="status" aria-label="Fetching the examples" /> : null}
      <ul className="grid gap-2">
        {entries.map((one) => (
          <li key={one.title}>
            <button
              type="button"
              className="w-full rounded-lg border border-line p-3 text-left hover:border-accent-text hover:bg-accent-wash"
              onClick={() =>
                loadExample(bench, id, data?.source_file ?? "main", one.title, one.source, one.stdin ?? "")
              }
            >
              <span className="font-medium">{one.title}</span>
              <span className="mt-1 line-clamp-2 block font-mono text-xs whitespace-pre-wrap text-text-soft">
                {one.source.trim()}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
