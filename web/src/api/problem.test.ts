import { expect, it } from "vitest";
import { ApiProblem, explain, parseRetryAfter, problemFromResponse, Unreachable, whyRefused } from "./problem";

it("reads problem details", async () => {
  const response = new Response(
    JSON.stringify({
      title: "Bad request",
      status: 400,
      detail: "too large",
      code: "x",
      request_id: "r1",
      field: "stdin",
    }),
    { status: 400, headers: { "Content-Type": "application/problem+json" } },
  );
  const problem = await problemFromResponse(response);
  const said = explain(problem, "It failed.");
  expect(said.why).toBe("Too large (field stdin)");
  expect(said.requestId).toBe("r1");
  expect(problem.temporary).toBe(false);
});

it("copes with a proxy's page", async () => {
  const problem = await problemFromResponse(new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
  expect(problem.problem.title).toBe("Bad Gateway");
  expect(problem.temporary).toBe(true);
});

it("reads a detail without a title", async () => {
  const problem = await problemFromResponse(new Response('{"detail":"the queue is full"}', { status: 503 }));
  expect(whyRefused(problem.problem)).toBe("The queue is full.");
});

it("tells who refused and how, where no detail does", () => {
  for (const status of [429, 502, 503, 504]) {
    const why = whyRefused({ title: `HTTP ${status}`, status });
    expect(why).toContain(String(status));
    expect(why).not.toContain("does not answer");
  }
  expect(whyRefused({ title: "Bad Gateway", status: 502 })).toContain("502 Bad Gateway");
});

it("says how long to wait, where the server said it", () => {
  expect(explain(new ApiProblem({ title: "t", status: 429, detail: "too many" }, 7000), "w").next).toBe(
    "Wait 7 s, then try again.",
  );
});

it("reads Retry-After in both forms", () => {
  expect(parseRetryAfter("2", 0)).toBe(2000);
  expect(parseRetryAfter("Thu, 01 Jan 1970 00:00:10 GMT", 4000)).toBe(6000);
  expect(parseRetryAfter(null, 0)).toBeNull();
  expect(parseRetryAfter("soon", 0)).toBeNull();
});

it("says what to do for every kind of failure", () => {
  for (const error of [new Unreachable(), new Error("x"), new ApiProblem({ title: "t", status: 503 })]) {
    expect(explain(error, "w").next).not.toBe("");
  }
});
