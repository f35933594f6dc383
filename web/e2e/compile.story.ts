import { expect, test } from "./page.ts";

test("a compile error is marked in the editor, and a click leads there", async ({ app, page }) => {
  await app.open(
    "c",
    "main.c",
    '#include <stdio.h>\n\nint main(void) {\n    printf("x")\n    syntax error;\n    return 0;\n}\n',
  );
  await app.run.click();
  await app.ended("compile_error");
  await expect(app.status).toContainText("Compile error");
  const problems = page.getByRole("list", { name: "Problems" });
  await expect(problems).toBeVisible();
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await expect(page.locator(".cm-lint-marker-error").first()).toBeVisible();
  const line = Number(/main\.c:(\d+)/.exec((await problems.textContent()) ?? "")?.[1]);
  await problems.getByRole("button").first().click();
  await expect(app.editor).toBeFocused();
  await expect(page.locator(".cm-activeLineGutter").first()).toHaveText(String(line));
  await page.keyboard.type(" ");
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(0);
});

test("a place named in the output leads to its line", async ({ app, page }) => {
  await app.open("python", "main.py", 'print("before")\n\nraise ValueError("here")\n');
  await app.run.click();
  await app.ended("runtime_error");
  await expect(app.status).toContainText("Runtime error");
  await app.output
    .getByRole("button", { name: /line 3/ })
    .first()
    .click();
  await expect(app.editor).toBeFocused();
  await expect(page.locator(".cm-activeLineGutter").first()).toHaveText("3");
});
