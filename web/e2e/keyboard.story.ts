import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./page.ts";

test("a program is written and run without a mouse", async ({ app, page }) => {
  await app.open("python", "main.py", "");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to the code" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(app.editor).toBeFocused();
  await page.keyboard.type('print("by keyboard")');
  await page.keyboard.press("Control+Enter");
  await app.ended("ok");
  await expect(app.output).toContainText("by keyboard");
  // Tab indents inside the editor; Escape first lets it leave.
  await page.keyboard.press("Alt+1");
  await expect(app.editor).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(app.editor).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(app.editor).not.toBeFocused();
  await page.keyboard.press("Alt+2");
  await expect(page.getByLabel("Standard input")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await app.ended("ok");
  await page.keyboard.press("Alt+3");
  await expect(app.output).toBeFocused();
});

test("every action is in the palette, and the focus comes back", async ({ app, page }) => {
  await app.open("python", "main.py", "print(1)\n");
  await app.editor.click();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search commands" });
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(app.editor).toBeFocused();
  await page.keyboard.press("Control+k");
  await field.fill("theme dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Examples" }).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("Escape leaves the full-screen output, also from the line that is typed to a program", async ({ app, page }) => {
  await app.open("python", "main.py", 'print("hello", input("Name? "))\n', { interactive: true });
  await app.run.click();
  const line = page.getByLabel("Type to the program");
  await expect(line).toBeFocused();
  await page.getByRole("button", { name: "Full screen" }).click();
  await expect(app.editor).toHaveCount(0);
  await line.click();
  await line.fill("Ada");
  await page.keyboard.press("Escape");
  await expect(app.editor).toBeVisible();
  await expect(line).toBeFocused();
  await line.fill("Ada");
  await page.keyboard.press("Enter");
  await app.ended("ok");
  await page.getByRole("button", { name: "Full screen" }).click();
  await page.getByRole("button", { name: "All commands" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Commands" })).toHaveCount(0);
  await expect(app.editor).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(app.editor).toBeVisible();
});

test("the page announces the start and the end of a run", async ({ app, page }) => {
  await app.open("python", "main.py", "print(1)\n");
  await app.run.click();
  await app.ended("ok");
  await expect(page.getByRole("status").filter({ hasText: "Finished" })).toHaveCount(1);
});

for (const scheme of ["light", "dark"] as const) {
  test(`no accessibility fault is found in ${scheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await app.open(
      "python",
      "main.py",
      'import sys\nprint("\\033[31mred\\033[33myellow\\033[0m")\nprint("err", file=sys.stderr)\n',
    );
    await app.run.click();
    await app.ended("ok");
    const found = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"])
      .analyze();
    expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
  });
}
