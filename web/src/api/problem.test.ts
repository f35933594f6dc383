import { expect, it } from "vitest";
import { ApiProblem, explain, parseRetryAfter, problemFromResponse, Unreachable } from "./problem";

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
