import { expect, test } from "./page.ts";

test("a program sent without a network waits, and runs when the network is back", async ({ app, page, context }) => {
  await app.open("python", "main.py", 'print("after the storm")\n');
  await context.setOffline(true);
  await app.run.click();
  await expect(page.getByTestId("connection")).toContainText("offline");
  await expect(page.getByTestId("save-state")).toContainText("offline");
  await app.editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# typed offline");
  await context.setOffline(false);
  await app.ended("ok");
  await expect(app.output).toContainText("after the storm");
  await expect(page.getByTestId("connection")).toHaveCount(0);
  await expect(app.editor).toContainText("# typed offline");
});

test("output goes on after a lost connection, with nothing missing or doubled", async ({ app, page }) => {
  // Cuts the first socket in the middle of the run; the page resumes from the last event it has.
  let sockets = 0;
  await page.routeWebSocket(/\/ws/, (socket) => {
    sockets += 1;
    const server = socket.connectToServer();
    if (sockets > 1) return;
    let messages = 0;
    server.onMessage((message) => {
      messages += 1;
      if (messages <= 6) socket.send(message);
      if (messages === 6) void socket.close({ code: 1011, reason: "cut" });
    });
  });
  await app.open(
    "python",
    "main.py",
    'import time\nfor n in range(15):\n    print("tick", n, flush=True)\n    time.sleep(0.1)\n',
  );
  await app.run.click();
  await app.ended("ok");
  expect(sockets).toBeGreaterThan(1);
  const ticks = [...((await app.output.textContent()) ?? "").matchAll(/tick (\d+?)(?=tick|$)/g)].map((match) =>
    Number(match[1]),
  );
  expect(ticks).toEqual(Array.from({ length: 15 }, (_, index) => index));
});

test("without sockets the output comes as server-sent events", async ({ app, page }) => {
  await page.addInitScript(() => {
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url: string | URL) {
        const refused = new URL(url);
        refused.pathname = "/no-such-socket";
        super(refused);
      }
    };
  });
  await app.open("python", "main.py", 'print("by events")\n');
  await app.run.click();
  await app.ended("ok");
  await expect(app.output).toContainText("by events");
});
