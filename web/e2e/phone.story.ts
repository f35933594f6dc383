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
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
