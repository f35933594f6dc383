import { expect, test } from "./page.ts";

test("a refused program says what, why and what next, with the request id", async ({ app, page }) => {
  await app.open("python", "main.py", "print(1)\n");
  await page.route("**/api/v1/executions", (route) =>
    route.fulfill({
      status: 400,
      contentType: "application/problem+json",
      json: {
        type: "about:blank",
        title: "Bad request",
        status: 400,
        detail: "the ceiling is 512 MiB",
        code: "limit",
        field: "limits.memory_bytes",
        request_id: "req-42",
      },
    }),
  );
  await app.run.click();
  const alert = page.getByRole("alert").filter({ hasText: "could not be run" }).first();
  await expect(alert).toContainText("The ceiling is 512 MiB (field limits.memory_bytes)");
  await expect(page.getByText("Request req-42")).toBeVisible();
  await expect(app.run).toBeEnabled();
});

test("a busy server is asked again, with the same key, and nothing runs twice", async ({ app, page }) => {
  await app.open("python", "main.py", 'print("at last")\n');
  const keys: (string | undefined)[] = [];
  await page.route("**/api/v1/executions", async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > 1) return route.continue();
    return route.fulfill({
      status: 503,
      headers: { "Retry-After": "5" },
      contentType: "application/problem+json",
      json: { title: "Busy", status: 503, detail: "The queue is full." },
    });
  });
  await app.run.click();
  await expect(page.getByTestId("connection")).toContainText("The queue is full.");
  await app.ended("ok");
  await expect(app.output).toContainText("at last");
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBeTruthy();
  expect(keys[0]).toBe(keys[1]);
});

for (const { status, headers, json, says } of [
  {
    status: 429,
    headers: { "Retry-After": "60" },
    json: { title: "Too many requests", status: 429, detail: "too many requests to run programs", request_id: "req-9" },
    says: ["Too many requests to run programs.", "Request req-9"],
  },
  {
    status: 503,
    headers: { "Retry-After": "60" },
    json: { title: "Busy", status: 503, code: "queue_full", detail: "the queue is full", request_id: "req-8" },
    says: ["The queue is full.", "Request req-8"],
  },
  { status: 502, headers: { "Retry-After": "60" }, json: null, says: ["Something in front of the server", "502"] },
]) {
  test(`an answer of ${status} is not taken for silence`, async ({ app, page }) => {
    await app.open("python", "main.py", 'print("at last")\n');
    let asked = 0;
    await page.route("**/api/v1/executions", (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      return json === null
        ? route.fulfill({ status, headers, contentType: "text/html", body: "<h1>Bad gateway</h1>" })
        : route.fulfill({ status, headers, contentType: "application/problem+json", json });
    });
    await app.run.click();
    const banner = page.getByTestId("connection");
    for (const part of [...says, "is sent again"]) await expect(banner).toContainText(part);
    await expect(banner).toContainText(/in \d+ s\./);
    await expect(banner).not.toContainText("does not answer");
    await expect(app.status).toContainText("Waiting to be sent");
    await page.getByRole("button", { name: "Try now" }).click();
    await app.ended("ok");
  });
}

test("a program too large for the server is told by its file and the limit", async ({ app, page }) => {
  await app.open("python", "main.py", "print(1)\n");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "data.csv", mimeType: "text/csv", buffer: Buffer.from("1,2,3,4\n".repeat(20_000)) });
  await expect(page.getByRole("treeitem", { name: "data.csv" })).toBeVisible();
  await app.run.click();
  const alert = page.getByRole("alert").filter({ hasText: "could not be run" }).first();
  await expect(alert).toContainText("data.csv");
  await expect(alert).toContainText("this server takes");
  await expect(alert).not.toContainText("(field");
});

test("an updated server asks for a reload, and the text stays", async ({ app, page }) => {
  let version = "1.0.0";
  await page.route("**/api/v1/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "runyard-version": version } });
  });
  await app.open("python", "main.py", "print(1)\n");
  await app.editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# kept");
  version = "1.1.0";
  await app.run.click();
  await app.ended("ok");
  await expect(page.getByText(/updated to 1.1.0/)).toBeVisible();
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByText(/updated to 1.1.0/)).toHaveCount(0);
  await expect(app.editor).toContainText("# kept");
});

test("a program's output never becomes part of the page", async ({ app }) => {
  await app.open(
    "python",
    "main.py",
    `print("<img src=x onerror=alert(1)><b>bold</b>")
print("\\033]8;;javascript:alert(1)\\033\\\\click\\033]8;;\\033\\\\")
print("\\033]8;;https://example.org/\\033\\\\web\\033]8;;\\033\\\\")
`,
  );
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("<img src=x onerror=alert(1)><b>bold</b>");
  await expect(app.output.locator("img, b")).toHaveCount(0);
  await expect(app.output.getByRole("link")).toHaveCount(1);
  await expect(app.output.getByRole("link")).toHaveAttribute("href", "https://example.org/");
});
