import { expect, test } from "./page.ts";

const SOURCE = `import sys
import time

def fibonacci(count):
    """Yield the first numbers of the sequence."""
    a, b = 0, 1
    for _ in range(count):
        yield a
        a, b = b, a + b

for index, number in enumerate(fibonacci(10)):
    print(f"{index:>2}  \\033[36m{number}\\033[0m")
    time.sleep(0.01)

print("a warning on standard error", file=sys.stderr)
`;

for (const scheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`picture of the page, ${scheme}, ${width} wide`, async ({ app, page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await app.open("python", "main.py", SOURCE);
      await page.screenshot({ path: `test-results/page-${scheme}-${width}-code.png` });
      await app.run.click();
      await app.ended("ok");
      await expect(app.output).toContainText("warning on standard error");
      await page.screenshot({ path: `test-results/page-${scheme}-${width}-output.png` });
    });
  }
}
