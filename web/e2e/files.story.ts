import { readFileSync } from "node:fs";
import { expect, test } from "./page.ts";

test("files are made, renamed, deleted, restored and used by the program", async ({ app, page }) => {
  await app.open("python", "main.py", "from lib.words import word\nprint(word)\n");
  const tree = page.getByRole("tree");
  await page.getByRole("region", { name: "Files" }).getByRole("button", { name: "New file" }).click();
  await page.getByLabel("Name of the new file").fill("wrong.py");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Code of wrong.py")).toBeFocused();
  await tree.getByRole("treeitem", { name: "wrong.py" }).press("F2");
  await page.getByLabel("New name for wrong.py").fill("lib/words.py");
  await page.keyboard.press("Enter");
  await expect(tree.getByRole("treeitem", { name: "words.py" })).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await expect(tree.getByRole("treeitem", { name: "words.py" })).toBeFocused();
  await expect(tree.getByRole("treeitem", { name: "lib" })).toBeVisible();
  await tree.getByRole("treeitem", { name: "words.py" }).click();
  await app.editor.click();
  await page.keyboard.type('word = "from a folder"');
  await tree.getByRole("treeitem", { name: "words.py" }).press("Delete");
  await expect(tree.getByRole("treeitem", { name: "words.py" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tree.getByRole("treeitem", { name: "words.py" })).toBeVisible();
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("from a folder");
});

test("files are uploaded, and downloaded as a zip", async ({ app, page }) => {
  await app.open("python", "main.py", 'print(open("data.txt").read())\n');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "data.txt", mimeType: "text/plain", buffer: Buffer.from("uploaded words") });
  await expect(page.getByRole("treeitem", { name: "data.txt" })).toBeVisible();
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("uploaded words");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download all as zip" }).click();
  const zip = readFileSync(await (await download).path());
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  expect(zip.includes("data.txt")).toBe(true);
});

test("renaming the main file changes the language", async ({ app, page }) => {
  await app.open("python", "main.py", 'console.log("now JavaScript")\n');
  await page.getByRole("treeitem", { name: "main.py" }).press("F2");
  await page.getByLabel("New name for main.py").fill("main.js");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("language")).toContainText("JavaScript");
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("now JavaScript");
});

test("dropped files join the program", async ({ app, page }) => {
  await app.open("python", "main.py", 'print(open("dropped.txt").read())\n');
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["dropped words"], "dropped.txt"));
    return transfer;
  });
  await app.editor.dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByRole("treeitem", { name: "dropped.txt" })).toBeVisible();
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("dropped words");
});

test("a second tab that changes the program is noticed, and can be followed", async ({ app, page, context }) => {
  await app.open("python", "main.py", "print(1)\n");
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.locator(".cm-content")).toContainText("print(1)");
  await other.locator(".cm-content").click();
  await other.keyboard.press("Control+End");
  await other.keyboard.type("# from the other tab");
  await expect(other.getByTestId("save-state")).toContainText("Saved");
  await expect(page.getByText("Changed in another tab")).toBeVisible();
  await page.getByRole("button", { name: "Take that" }).click();
  await expect(app.editor).toContainText("# from the other tab");
  await expect(page.getByTestId("save-state")).toContainText("Saved");
});
