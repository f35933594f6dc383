import { createExecution, getExecution } from "../api/client";
import type { Execution, ExecutionRequest } from "../api/schema";
import { isFinal } from "../run/transcript";

/** How long one request waits for the end before it asks anew; many proxies cut a silent connection after a minute. */
const WAIT_SECONDS = 30;

/** Sends an execution and waits for its end, however long it queues. */
export async function executeToEnd(request: ExecutionRequest, signal: AbortSignal): Promise<Execution> {
  const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  let record = await createExecution(request, key, { signal, waitSeconds: WAIT_SECONDS });
  while (!isFinal(record.status)) {
    record = await getExecution(record.id, { signal, waitSeconds: WAIT_SECONDS });
  }
  return record;
}
