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
  // Cuts the first socket right after the first output; the page resumes from the last event it has.
  let sockets = 0;
  await page.routeWebSocket(/\/ws/, (socket) => {
    sockets += 1;
    const server = socket.connectToServer();
    if (sockets > 1) return;
    let cut = false;
    server.onMessage((message) => {
      if (cut) return;
      socket.send(message);
      cut = message.toString().includes("tick");
      if (cut) void socket.close({ code: 1011, reason: "cut" });
    });
  });
  // The program goes on only when it is told to, so that the cut is in its middle on however slow a machine.
  await app.open(
    "python",
    "main.py",
    'for n in range(8):\n    print("tick", n)\ninput()\nfor n in range(8, 15):\n    print("tick", n)\n',
    { interactive: true },
  );
  await app.run.click();
  await expect.poll(() => sockets, { timeout: 45_000 }).toBeGreaterThan(1);
  const field = page.getByLabel("Type to the program");
  await field.fill("go on");
  await field.press("Enter");
  await app.ended("ok");
  const ticks = [...((await app.output.textContent()) ?? "").matchAll(/tick (\d+)/g)].map((match) => Number(match[1]));
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
