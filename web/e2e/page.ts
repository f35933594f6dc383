import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** The run page as a person knows it. */
export class RunPage {
  readonly run: Locator;
  readonly stop: Locator;
  readonly status: Locator;
  readonly output: Locator;
  readonly editor: Locator;

  constructor(readonly page: Page) {
    this.run = page.getByTestId("run");
    this.stop = page.getByTestId("stop");
    this.status = page.getByTestId("status");
    this.output = page.getByRole("region", { name: "Program output" });
    this.editor = page.locator(".cm-content");
  }

  /** Opens the page with this program in it, as a returning visitor would find their own. */
  async open(language: string, path: string, source: string, more: Record<string, unknown> = {}): Promise<void> {
    const project = { language, files: [{ path, content: source, encoding: "utf-8" }], ...more };
    await this.page.addInitScript((value) => {
      if (sessionStorage.getItem("e2e.seeded") !== null) return;
      sessionStorage.setItem("e2e.seeded", "yes");
      localStorage.setItem(`runyard.draft.${value.language}`, JSON.stringify(value));
      localStorage.setItem("runyard.current-language", value.language);
    }, project);
    await this.page.goto("/");
    await expect(this.editor).toBeAttached();
    // The list of languages tells which file a program starts from.
    await expect(this.page.getByTestId("language")).toBeVisible();
  }

  async ended(verdict: string): Promise<void> {
    await expect(this.status).toHaveAttribute("data-phase", "ended", { timeout: 45_000 });
    await expect(this.status).toHaveAttribute("data-verdict", verdict);
  }
}

/** Every story also fails on an error in the console: a refused script, a broken render, a missing asset. */
export const test = base.extend<{ app: RunPage }>({
  app: async ({ page }, provide) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      const expected = /Failed to load resource|ERR_INTERNET_DISCONNECTED|WebSocket connection/;
      if (message.type() === "error" && !expected.test(message.text())) errors.push(message.text());
    });
    await provide(new RunPage(page));
    expect(errors).toEqual([]);
  },
});

export { expect };
