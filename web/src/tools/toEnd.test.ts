import { expect, it, vi } from "vitest";
import { executeToEnd } from "./toEnd";

it("waits in the server, again and again, until the execution ended", async () => {
  const answers = ["QUEUED", "RUNNING", "COMPLETED"].map((status) => ({ id: "e 1", status }));
  const asked: { url: string; method: string | undefined; prefer: unknown; key: unknown }[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    asked.push({ url, method: init.method, prefer: headers["Prefer"], key: headers["Idempotency-Key"] });
    return Promise.resolve(new Response(JSON.stringify(answers.shift())));
  });
  const record = await executeToEnd({ language: "python", action: "lint" }, new AbortController().signal);
  vi.unstubAllGlobals();
  expect(record.status).toBe("COMPLETED");
  expect(asked).toEqual([
    { url: "/api/v1/executions", method: "POST", prefer: "wait=30", key: expect.stringMatching(/.+/) },
    { url: "/api/v1/executions/e%201", method: "GET", prefer: "wait=30", key: undefined },
    { url: "/api/v1/executions/e%201", method: "GET", prefer: "wait=30", key: undefined },
  ]);
});
