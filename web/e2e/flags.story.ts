import { missing } from "./offers.ts";
import { expect, RunPage, test } from "./page.ts";

const SOURCE = '#include <stdio.h>\n\nint main(void) {\n    printf("%s %d\\n", WORDS, NUMBER);\n    return 0;\n}\n';

test("compiler flags reach the compiler, and go along in a link", async ({ app, page, request, browser }) => {
  const why = await missing(request, "c", "flags");
  test.skip(why !== null, why ?? "");
  await app.open("c", "main.c", SOURCE);
  await page.getByRole("tab", { name: "Options" }).click();
  await page.getByLabel("Compiler flags").fill(`-DNUMBER=42 '-DWORDS="from a flag"'`);
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("from a flag 42");
  await page.reload();
  await page.getByRole("tab", { name: "Options" }).click();
  await expect(page.getByLabel("Compiler flags")).toHaveValue(`-DNUMBER=42 '-DWORDS="from a flag"'`);

  await app.run.click();
  await app.ended("ok");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  const other = await browser.newContext();
  const shared = new RunPage(await other.newPage());
  await shared.page.goto(link);
  // The result of the run that had these very flags came along.
  await expect(shared.output).toContainText("from a flag 42");
  await shared.page.getByRole("tab", { name: /Options/ }).click();
  await expect(shared.page.getByLabel("Compiler flags")).toHaveValue(/-DNUMBER=42/);
  await shared.run.click();
  await shared.ended("ok");
  await expect(shared.output).toContainText("from a flag 42");
  await other.close();
});

test("flags that the compiler refuses are told apart from the program's own errors", async ({ app, page, request }) => {
  const why = await missing(request, "c", "flags");
  test.skip(why !== null, why ?? "");
  await app.open("c", "main.c", SOURCE, { compilerFlagLine: "--no-such-flag" });
  await app.run.click();
  await app.ended("compile_error");
  await expect(page.getByRole("region", { name: "Compiler output" })).toContainText("no-such-flag");
});

test("a language without a compiler has no flags", async ({ app, page }) => {
  await app.open("python", "main.py", "print(1)\n", { compilerFlagLine: "-Wall" });
  await page.getByRole("tab", { name: "Options" }).click();
  await expect(page.getByLabel("Arguments")).toBeVisible();
  await expect(page.getByLabel("Compiler flags")).toHaveCount(0);
  await app.run.click();
  await app.ended("ok");
});

test("the status line names the image where there is one", async ({ app, page }) => {
  await page.route("**/api/v1/languages", async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { items: Record<string, unknown>[] };
    for (const one of body.items) one["image"] = "runyard/python:3.13-slim";
    await route.fulfill({ response, json: body });
  });
  await app.open("python", "main.py", "print(1)\n");
  await app.run.click();
  await app.ended("ok");
  await expect(app.status).toContainText("runyard/python:3.13-slim");
});
