import { createContext, use } from "react";
import type { Workbench } from "./workbench";

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const bench = use(WorkbenchContext);
  if (!bench) throw new Error("no workbench around this component");
  return bench;
}
