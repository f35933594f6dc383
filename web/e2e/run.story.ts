import { expect, test } from "./page.ts";

const TICKS = `import time
for n in range(30):
    print("tick", n, flush=True)
    time.sleep(0.1)
`;

test("a first visit runs at once", async ({ app, page }) => {
  await page.goto("/");
  await expect(app.editor).toBeAttached();
  await expect(page.getByTestId("language")).toBeVisible();
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("Hello");
  await expect(app.status).toContainText("Finished");
  await expect(app.status).toContainText("Memory");
});

test("output appears while the program still runs", async ({ app }) => {
  await app.open("python", "main.py", TICKS);
  await app.run.click();
  await expect(app.output).toContainText("tick 2");
  await expect(app.stop).toBeVisible();
  await expect(app.output).not.toContainText("tick 29");
  await app.ended("ok");
  await expect(app.output).toContainText("tick 29");
});

test("Stop ends a program that would never end", async ({ app }) => {
  await app.open("python", "main.py", 'import time\nprint("going", flush=True)\nwhile True:\n    time.sleep(0.1)\n');
  await app.run.click();
  await expect(app.output).toContainText("going");
  const pressed = Date.now();
  await app.stop.click();
  await app.ended("cancelled");
  // A second is promised; on a busy machine the browser itself may take as long again several times.
  expect(Date.now() - pressed).toBeLessThan(5000);
  await expect(app.status).toContainText("Stopped");
  await expect(app.run).toBeVisible();
});

test("standard input, arguments and environment reach the program", async ({ app, page }) => {
  await app.open(
    "python",
    "main.py",
    "import os, sys\nprint(sys.stdin.read().upper(), sys.argv[1:], os.environ['GREETING'])\n",
  );
  await page.getByLabel("Standard input").fill("from the box");
  await page.getByRole("tab", { name: "Options" }).click();
  await page.getByLabel("Arguments").fill('one "two words"');
  await page.getByLabel("Environment").fill("GREETING=hei");
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("FROM THE BOX ['one', 'two words'] hei");
});

test("an unclosed quote is said under its field, and nothing is sent", async ({ app, page }) => {
  await app.open("python", "main.py", "import sys\nprint(sys.argv[1:])\n");
  await page.getByRole("tab", { name: "Options" }).click();
  const field = page.getByLabel("Arguments");
  await field.fill('one "two words');
  await expect(page.getByText(/quote \("\) is opened and not closed/)).toBeVisible();
  await page.getByRole("tab", { name: "Input" }).click();
  await app.run.click();
  await expect(page.getByText(/^Not run\. In the arguments a quote/)).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(app.status).toHaveAttribute("data-phase", "idle");
  await field.fill('one "two words"');
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("['one', 'two words']");
});

test("times that may be disturbed are told so, and others are not", async ({ app, page }) => {
  let disturbed = true;
  await page.route(/\/api\/v1\/executions\/[\w-]+$/, async (route) => {
    const response = await route.fetch();
    const record = (await response.json()) as Record<string, unknown>;
    const noise = { throttled_time_ms: 0, concurrent_runs: 4, disturbed };
    await route.fulfill({ response, json: { ...record, noise } });
  });
  await app.open("python", "main.py", "print(1)\n");
  await app.run.click();
  await app.ended("ok");
  await expect(app.status).toContainText("times may be disturbed: 4 runs at once");
  disturbed = false;
  await app.run.click();
  await app.ended("ok");
  await expect(app.status).not.toContainText("disturbed");
});

test("an interactive program is typed to while it runs", async ({ app, page }) => {
  await app.open("python", "main.py", 'name = input("Name? ")\nprint("Hello,", name)\n', { interactive: true });
  await app.run.click();
  await expect(app.output).toContainText("Name?");
  const field = page.getByLabel("Type to the program");
  await field.fill("Ada");
  await field.press("Enter");
  await app.ended("ok");
  await expect(app.output).toContainText("Hello, Ada");
  // Interpreters write prompts to standard error; at a terminal that is no error.
  await expect(app.output.getByTitle("Standard error")).toHaveCount(0);
  await expect(app.output.locator(".text-bad")).toHaveCount(0);
  // Typed once, shown once, whether or not the program's terminal echoes.
  expect(((await app.output.textContent()) ?? "").match(/Ada/g)).toHaveLength(2);
});

test("standard error is told apart by more than colour", async ({ app }) => {
  await app.open("python", "main.py", 'import sys\nprint("fine")\nprint("oops", file=sys.stderr)\n');
  await app.run.click();
  await app.ended("ok");
  await expect(app.output.getByTitle("Standard error")).toHaveCount(1);
});

test("a flood of output leaves the page responsive", async ({ app, page }) => {
  await app.open("python", "main.py", 'for n in range(20000):\n    print("line", n)\n');
  await app.run.click();
  await app.ended("ok");
  await expect(page.getByText(/Output truncated/)).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
});

test("the text survives a reload, and Ctrl+S keeps the browser's dialog away", async ({ app, page }) => {
  await app.open("python", "main.py", "print(1)\n");
  await app.editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("print(22)");
  await page.keyboard.press("Control+s");
  await expect(page.getByTestId("save-state")).toContainText("Saved");
  await page.reload();
  await expect(app.editor).toContainText("print(22)");
});

test("history brings back the exact source of a run", async ({ app, page }) => {
  await app.open("python", "main.py", 'print("first version")\n');
  await app.run.click();
  await app.ended("ok");
  await app.editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type('print("second version")');
  await app.run.click();
  await expect(app.output).toContainText("second version");
  await app.ended("ok");
  await page.getByRole("button", { name: "Compare with the previous run" }).click();
  await expect(page.getByRole("region", { name: "Previous output" })).toContainText("first version");
  await expect(app.output.getByTitle("Not in the other output")).toHaveCount(1);
  await page.getByRole("tab", { name: /History/ }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(app.editor).toContainText("first version");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(app.editor).toContainText("second version");
});
