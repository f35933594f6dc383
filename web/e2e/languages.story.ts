import { expect, test } from "./page.ts";

interface Listed {
  id: string;
  name: string;
  available: boolean;
  reason?: string;
}

// One story for all, because which languages there are is only known once the server is asked.
test("hello runs in every language the server offers", async ({ app, page, request }) => {
  const answer = await request.get("/api/v1/languages");
  const { items } = (await answer.json()) as { items: Listed[] };
  const usable = items.filter((one) => one.available);
  test.setTimeout(30_000 + usable.length * 60_000);
  expect(usable.length).toBeGreaterThan(0);
  for (const missing of items.filter((one) => !one.available)) {
    process.stdout.write(`not run: ${missing.id} is not available here: ${missing.reason ?? "no reason given"}\n`);
  }
  await page.goto("/");
  await expect(app.editor).toBeAttached();
  for (const language of usable) {
    await test.step(language.id, async () => {
      await page.getByTestId("language").click();
      await page.locator(`[role="option"][data-language="${language.id}"]`).click();
      await expect(page.getByTestId("language")).toContainText(language.name);
      const detail = (await (await request.get(`/api/v1/languages/${language.id}`)).json()) as { hello: string };
      const firstLine = detail.hello.split("\n").find((line) => line.trim() !== "") ?? "";
      if (language.id !== "python") await expect(app.editor).toContainText(firstLine.trim());
      await app.run.click();
      await expect(app.stop.or(app.run)).toBeVisible();
      await expect(app.status, language.id).toHaveAttribute("data-phase", "ended", { timeout: 45_000 });
      await expect(app.status, language.id).toHaveAttribute("data-verdict", "ok");
      await expect(app.output, language.id).toContainText("Hello");
    });
  }
});

test("an unavailable language is shown with its reason and cannot be chosen", async ({ app, page }) => {
  await page.route("**/api/v1/languages", async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { items: Record<string, unknown>[] };
    const [first] = body.items;
    body.items.push({ ...first, id: "absent", name: "Absent", available: false, reason: "absentc is not installed" });
    await route.fulfill({ response, json: body });
  });
  await page.goto("/");
  await expect(app.editor).toBeAttached();
  await page.getByTestId("language").click();
  const entry = page.locator('[role="option"][data-language="absent"]');
  await expect(entry).toContainText("absentc is not installed");
  await expect(entry).toHaveAttribute("aria-disabled", "true");
});
