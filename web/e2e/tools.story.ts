import { missing } from "./offers.ts";
import { expect, test } from "./page.ts";

const UGLY = `import os
def add( a,b ):
    return a+b
print( add(1,2) , os.name )
`;

test("format tidies the open file in one step, and leaves run, history and cursor alone", async ({
  app,
  page,
  request,
}) => {
  const why = await missing(request, "python", "format");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", UGLY);
  await app.run.click();
  await app.ended("ok");
  const output = await app.output.textContent();
  await app.editor.click();
  // Behind the name in the line of `return`.
  await page.keyboard.press("Control+Home");
  for (const key of ["ArrowDown", "ArrowDown", "End"]) await page.keyboard.press(key);
  await page.keyboard.press("Shift+Alt+F");
  await expect(page.getByText("Formatted main.py.")).toBeVisible();
  await expect(app.editor).toContainText("def add(a, b):");
  await expect(app.editor).toContainText("return a + b");
  await expect(app.output).toHaveText(output ?? "");
  await expect(page.getByRole("tab", { name: /History/ })).toContainText("1");
  await page.keyboard.type(" + 5");
  await expect(app.editor).toContainText("return a + b + 5");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(app.editor).toContainText("def add( a,b ):");
  await expect(app.editor).toContainText("print( add(1,2) , os.name )");
});

test("a file that cannot be parsed stays as it is, and its line is marked", async ({ app, page, request }) => {
  const why = await missing(request, "python", "format");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", "a=1\nprint(a\nb=2\n");
  await page.getByRole("button", { name: "Format this file" }).click();
  await expect(page.getByText(/main\.py was not formatted/)).toBeVisible();
  await expect(page.locator(".cm-lint-marker-error").first()).toBeVisible();
  await expect(app.editor).toContainText("a=1");
  await expect(app.status).toHaveAttribute("data-phase", "idle");
});

test("text typed while the formatter works is not overwritten", async ({ app, page, request }) => {
  const why = await missing(request, "python", "format");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", UGLY);
  let release = () => {};
  const typed = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/v1/executions", async (route) => {
    const response = await route.fetch();
    await typed;
    await route.fulfill({ response });
  });
  await app.editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Shift+Alt+F");
  await expect(page.getByRole("button", { name: "Format this file" })).toHaveAttribute("aria-busy", "true");
  await page.keyboard.type("# mine");
  release();
  await expect(page.getByText(/changed in the meantime/)).toBeVisible();
  await expect(app.editor).toContainText("# mine");
  await expect(app.editor).toContainText("def add( a,b ):");
});

test("a file that was left while the formatter works is formatted where it is, and can be undone there", async ({
  app,
  page,
  request,
}) => {
  const why = await missing(request, "python", "format");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", UGLY);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("a note") });
  await page.getByRole("tab", { name: "main.py" }).click();
  await expect(app.editor).toContainText("def add( a,b ):");
  let release = () => {};
  const left = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/v1/executions", async (route) => {
    const response = await route.fetch();
    await left;
    await route.fulfill({ response });
  });
  await page.getByRole("button", { name: "Format this file" }).click();
  await page.getByRole("tab", { name: "notes.txt" }).click();
  await expect(app.editor).toContainText("a note");
  release();
  await expect(page.getByText("Formatted main.py.")).toBeVisible();
  await expect(app.editor).toContainText("a note");
  await expect(page.getByRole("button", { name: /notes\.txt is not a file of Python/ })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.getByRole("tab", { name: "main.py" }).click();
  await expect(app.editor).toContainText("def add(a, b):");
  await app.editor.click();
  await page.keyboard.press("Control+z");
  await expect(app.editor).toContainText("def add( a,b ):");
});

test("the plain text box is formatted too, with its own undo", async ({ app, page, request }) => {
  const why = await missing(request, "python", "format");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", UGLY);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("plain text box");
  await page.keyboard.press("Enter");
  const box = page.getByTestId("plain-editor");
  await box.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Shift+Alt+F");
  await expect(box).toHaveValue(/def add\(a, b\):/);
  expect(await box.evaluate((one: HTMLTextAreaElement) => one.selectionStart === one.value.length)).toBe(true);
  await page.keyboard.press("Control+z");
  await expect(box).toHaveValue(UGLY);
});

test("lint marks a line, and an edit takes the mark away", async ({ app, page, request }) => {
  const why = await missing(request, "python", "lint");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", "import os\n\nprint(1)\n");
  await page.getByRole("button", { name: "Lint all files" }).click();
  await expect(page.getByText(/^1 finding\. main\.py:1: .*os/)).toBeVisible();
  await expect(page.locator(".cm-gutter-lint .cm-lint-marker")).toHaveCount(1);
  await expect(app.status).toHaveAttribute("data-phase", "idle");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(app.editor).toBeFocused();
  const findings = page.getByRole("list", { name: "Findings" });
  await expect(findings.getByRole("listitem")).toHaveCount(1);
  await findings.getByRole("button", { name: /os.*main\.py:1/ }).click();
  await expect(app.editor).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await expect(page.locator(".cm-lint-marker")).toHaveCount(0);
  await expect(page.getByText(/The text has changed since/)).toBeVisible();
  await page.keyboard.press("Shift+Alt+L");
  await expect(page.getByRole("region", { name: "Findings" })).toHaveText("Nothing found.");
});

test("without a network the tools say so, and the text stays", async ({ app, page, context, request }) => {
  const why = await missing(request, "python", "format");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", UGLY);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Format this file" }).click();
  await expect(page.getByText(/main\.py was not formatted\. The server cannot be reached/)).toBeVisible();
  await expect(app.editor).toContainText("def add( a,b ):");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Formatted main.py.")).toBeVisible();
});

test("a language without a formatter has no button for it, and the palette says why", async ({ app, page }) => {
  await page.route("**/api/v1/languages", async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { items: Record<string, unknown>[] };
    for (const one of body.items) one["actions"] = ["run"];
    await route.fulfill({ response, json: body });
  });
  await app.open("python", "main.py", "print(1)\n");
  await expect(page.getByRole("button", { name: "New file" }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Format this file" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Lint all files" })).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("format");
  await expect(page.getByRole("option", { name: /Format this file/ })).toContainText(
    "This server has no formatter for Python.",
  );
});
