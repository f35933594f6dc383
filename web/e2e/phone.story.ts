import { missing } from "./offers.ts";
import { expect, test } from "./page.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("a phone shows one pane at a time, with Run always in reach", async ({ app, page }) => {
  await app.open("python", "main.py", "print(input())\n");
  const bar = page.getByRole("navigation", { name: "Panes" });
  await expect(app.editor).toBeVisible();
  await bar.getByRole("button", { name: "Input" }).tap();
  await expect(app.editor).toBeHidden();
  const box = page.getByLabel("Standard input");
  await box.fill("from a phone");
  // Smaller text would make the browser zoom into the field.
  expect(Number.parseFloat(await box.evaluate((element) => getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(
    16,
  );
  await expect(app.run).toBeInViewport();
  await app.run.tap();
  await app.ended("ok");
  await expect(app.output).toContainText("from a phone");
  await bar.getByRole("button", { name: "Code" }).tap();
  await page.getByRole("toolbar", { name: "Symbols" }).getByRole("button", { name: "{" }).tap();
  await expect(app.editor).toContainText("{");
  await bar.getByRole("button", { name: "Files" }).tap();
  await expect(page.getByRole("treeitem", { name: "main.py" })).toBeVisible();
  for (const name of ["Examples", "Settings"]) {
    await page.getByRole("button", { name: "Menu" }).tap();
    await page.getByRole("menuitem", { name }).tap();
    const dialog = page.getByRole("dialog", { name: new RegExp(name, "i") });
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).tap();
    await expect(dialog).toHaveCount(0);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("a message on a phone leaves the tools in reach", async ({ app, page, request }) => {
  const why = await missing(request, "python", "format");
  test.skip(why !== null, why ?? "");
  await app.open("python", "main.py", "a=1\nprint(a\n");
  const format = page.getByRole("button", { name: "Format this file" });
  await format.tap();
  const message = page.getByText(/main\.py was not formatted/);
  await expect(message).toBeVisible();
  const [button, shown] = [
    await format.boundingBox(),
    await page.getByRole("status", { name: "Messages" }).boundingBox(),
  ];
  expect(shown?.y ?? 0).toBeGreaterThanOrEqual((button?.y ?? 0) + (button?.height ?? Number.POSITIVE_INFINITY));
  await page.screenshot({ path: "test-results/phone-message.png" });
  // With every tab and tool there, the row of tabs still keeps to the width of the page.
  for (const run of [1, 2]) {
    await app.run.tap();
    await expect(page.getByRole("tab", { name: /History/ })).toContainText(String(run));
  }
  await expect(page.getByRole("tab", { name: /Findings/ })).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
