import { expect, test } from "./page.ts";

test.beforeEach(async ({ app }) => app.open("python", "main.py", "first = 1\nsecond = 2\n"));

const choose = async (page: import("@playwright/test").Page, command: string) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search commands" }).fill(command);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
};

test("Vim keys work, and stay after a reload", async ({ app, page }) => {
  await choose(page, "keys vim");
  await expect(page.locator(".cm-fat-cursor, .cm-vim-panel, .cm-vimCursorLayer").first()).toBeAttached();
  await app.editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("ggdd");
  await expect(app.editor).not.toContainText("first");
  await expect(page.getByTestId("save-state")).toContainText("Saved");
  await page.reload();
  await expect(page.locator(".cm-fat-cursor, .cm-vim-panel, .cm-vimCursorLayer").first()).toBeAttached();
  await expect(app.editor).not.toContainText("first");
});

test("Emacs keys work", async ({ app, page }) => {
  await choose(page, "keys emacs");
  await expect(page.locator(".cm-emacsMode")).toBeAttached();
  await page
    .locator(".cm-line")
    .first()
    .click({ position: { x: 9, y: 8 } });
  // Ctrl+K cuts the line here, where otherwise it opens the palette.
  await page.keyboard.press("Control+k");
  await expect(app.editor).not.toContainText("first");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a plain text box takes the editor's place and back", async ({ app, page }) => {
  await choose(page, "plain text box");
  const box = page.getByRole("textbox", { name: "Code of main.py" });
  await expect(box).toHaveValue("first = 1\nsecond = 2\n");
  await box.fill('print("from the plain box")\n');
  await page.keyboard.press("Control+Enter");
  await app.ended("ok");
  await expect(app.output).toContainText("from the plain box");
  await choose(page, "plain text box");
  await expect(app.editor).toContainText("from the plain box");
});

test("the theme follows the system until it is pinned", async ({ page }) => {
  const html = page.locator("html");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Control+,");
  await page.getByRole("radio", { name: "Light" }).check({ force: true });
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "light");
});

test("panel sizes are remembered, and a double click resets them", async ({ app, page }) => {
  const divider = page.getByRole("separator", { name: "Resize code and output" });
  const place = async () => (await divider.boundingBox())?.x ?? 0;
  const before = await place();
  await divider.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(place).toBeLessThan(before - 20);
  const moved = await place();
  await page.reload();
  await expect(app.editor).toBeAttached();
  await expect.poll(async () => Math.abs((await place()) - moved)).toBeLessThan(3);
  // The line is one pixel wide and takes the mouse a few pixels around it.
  const box = await divider.boundingBox();
  await page.mouse.dblclick((box?.x ?? 0) + 0.5, 400);
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(3);
});

test("the output fills the page and comes back", async ({ app, page }) => {
  await page.getByRole("button", { name: "Full screen" }).click();
  await expect(app.editor).toHaveCount(0);
  await page.getByRole("button", { name: "Leave full screen" }).click();
  await expect(app.editor).toContainText("first = 1");
});
