import { expect, RunPage, test } from "./page.ts";

test("a shared link opens elsewhere with its result, runs, and can be forked", async ({ app, page, browser }) => {
  await app.open("python", "main.py", 'print("shared words")\n');
  await app.run.click();
  await app.ended("ok");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  expect(link).toMatch(/\/s\/[\w-]+$/);
  await page.getByRole("button", { name: "Copy" }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const other = await browser.newContext();
  const shared = new RunPage(await other.newPage());
  await shared.page.goto(link);
  await expect(shared.editor).toContainText("shared words");
  await expect(shared.output).toContainText("shared words");
  await expect(shared.status).toHaveAttribute("data-verdict", "ok");
  await shared.editor.click();
  await shared.page.keyboard.type("changed");
  await expect(shared.editor).not.toContainText("changed");
  await shared.run.click();
  await shared.ended("ok");
  await shared.page.getByTestId("fork").click();
  await expect(shared.page).toHaveURL(/\/$/);
  await expect(shared.page.getByTestId("save-state")).toBeVisible();
  await expect(shared.editor).toContainText("shared words");

  const embed = await other.newPage();
  const loaded: string[] = [];
  embed.on("request", (request) => loaded.push(request.url()));
  await embed.goto(link.replace("/s/", "/embed/"));
  await expect(embed.getByRole("region", { name: /Source of main.py/ })).toContainText("shared words");
  await embed.getByRole("button", { name: "Run" }).click();
  await expect(embed.getByTestId("status")).toHaveAttribute("data-phase", "ended");
  expect(loaded.filter((url) => url.includes("CodeEditor"))).toEqual([]);
  await other.close();
});

test("a link to an interactive program shows its result, whatever is left in the input box", async ({
  app,
  page,
  browser,
}) => {
  await app.open("python", "main.py", 'name = input("Name? ")\nprint("Hello,", name)\n', {
    interactive: true,
    stdin: "left in the box\n",
  });
  await app.run.click();
  await expect(app.output).toContainText("Name?");
  const field = page.getByLabel("Type to the program");
  await field.fill("Ada");
  await field.press("Enter");
  await app.ended("ok");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  const other = await browser.newContext();
  const shared = new RunPage(await other.newPage());
  await shared.page.goto(link);
  await expect(shared.output).toContainText("Hello, Ada");
  await expect(shared.page.getByLabel("Standard input")).toHaveValue("");
  await other.close();
});

test("a link that leads nowhere says so", async ({ app, page }) => {
  await page.goto("/s/00000000-0000-0000-0000-000000000000");
  await expect(page.getByRole("heading")).toContainText("There is no such link");
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Write a program" })).toHaveAttribute("href", "/");
  await expect(app.run).toHaveCount(0);
});
