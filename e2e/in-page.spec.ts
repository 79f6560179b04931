import type { Page } from "@playwright/test";
import { offer, standsOn } from "./clients/offer.ts";
import type { Shop } from "./clients/shop.ts";
import { dap, openStrictSite, violationsOf } from "./clients/strict-site.ts";
import { expect, test } from "./fixtures.ts";
import { Api } from "./server/api.ts";
import { PUBLISHABLE_KEY } from "./server/start-server.ts";
import { checkPage } from "./studio/check-page.ts";

/** Content in a page that makes it hard: a strict policy with Trusted Types, and every style taken away. */
let site: Shop;
let serverUrl = "";
const button = (label: string, action: object, style = "primary") => ({ label, action, style });
const buttons = (...all: object[]) => ({ type: "buttons", buttons: all });
const heading = (text: string) => ({ type: "heading", text });
const text = (words: string) => ({ type: "text", text: words });
const byId = (value: string, more: object = {}) => ({ signals: [{ kind: "id", value }], ...more });

test.beforeAll(async ({ server }) => {
  serverUrl = server.url;
  site = await openStrictSite(server.url, PUBLISHABLE_KEY);
  const api = new Api(server.url);
  const [first] = (await api.get<{ data: { id: string; origins: string[] }[] }>("/api/sites")).data;
  await api.patch(`/api/sites/${first?.id}`, { origins: [...(first?.origins ?? []), site.url] });
  const ask = () => fetch(`${server.url}/sdk/rules?key=${PUBLISHABLE_KEY}`, { headers: { origin: site.url } });
  await expect.poll(async () => (await ask()).status, { timeout: 15_000 }).toBe(200);
});
test.afterAll(() => site.stop());

async function visit(page: Page, userId: string, path = "/"): Promise<void> {
  // A page asks for the rules of its site once; they follow a publish within a moment.
  const live = async () => (await (await fetch(`${serverUrl}/sdk/rules?key=${PUBLISHABLE_KEY}`)).json()).data.live;
  await expect.poll(live).toBe(true);
  await page.goto(site.url + path);
  await page.waitForFunction(() => "DAP" in window);
  await dap(page, "identify", userId);
  await dap(page, "flush");
}

test("a modal is shown above everything, under the policy, to everybody, and returns the focus", async ({
  page,
  api,
}) => {
  const welcome = await offer(api, "modal", "Welcome modal", {
    blocks: [
      heading("Hello {{ traits.name }}"),
      text("This is new."),
      buttons(button("Later", { type: "dismiss" }, "plain"), button("Start", { type: "complete" })),
    ],
  });
  await api.post("/api/identify", { userId: "mona", traits: { name: "<img src=x onerror=document.title='hacked'>" } });
  await visit(page, "mona");
  await page.locator("#before").focus();
  await api.post("/api/track", { userId: "mona", event: welcome.event });
  const dialog = page.getByRole("dialog", { name: "Hello <img src=x onerror=document.title='hacked'>" });
  await expect(dialog).toBeVisible();
  expect(await page.title()).toBe("Strict shop");
  const look = await dialog.evaluate((element) => {
    const { display, backgroundColor, position } = getComputedStyle(element);
    return { display, backgroundColor, position };
  });
  expect(look).toEqual({ display: "block", backgroundColor: "rgb(255, 255, 255)", position: "fixed" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await checkPage(page, `the modal, ${colorScheme}`);
  }
  await page.screenshot({ path: "test-results/screenshots/in-page-modal.png" });
  await expect(dialog.getByRole("button", { name: "Start" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.locator("#before")).toBeFocused();
  await standsOn(api, welcome, "dismissed");
  expect(await violationsOf(page)).toEqual([]);
});

test("a tour finds its targets in a dialog, a shadow root, a frame and a node that a route replaced, by keyboard alone", async ({
  page,
  api,
}) => {
  const next = buttons(button("Next", { type: "next" }));
  const tour = await offer(api, "flow", "Tour", {
    steps: [
      { id: "dialog", target: byId("in-dialog"), blocks: [heading("In a dialog"), next] },
      {
        id: "shadow",
        target: byId("shadowed", { path: [{ into: "shadow", signals: [{ kind: "id", value: "host" }] }] }),
        blocks: [heading("In a shadow root"), next],
        spotlight: true,
      },
      {
        id: "frame",
        target: byId("inner", { path: [{ into: "frame", signals: [{ kind: "id", value: "frame" }] }] }),
        blocks: [heading("In a frame"), next],
      },
      {
        id: "route",
        pages: [{ pattern: "/cart" }],
        target: byId("routed"),
        blocks: [heading("On the cart"), { type: "progress" }, next],
      },
      {
        id: "click",
        target: byId("before"),
        blocks: [heading("Click it"), text("Use the button itself.")],
        advance: [{ on: "click" }],
      },
    ],
  });
  await visit(page, "tara");
  await api.post("/api/track", { userId: "tara", event: tour.event });
  const step = (name: string) => page.getByRole("dialog", { name });
  await page.locator("#dialog-opener").focus();
  await page.keyboard.press("Enter");
  await expect(step("In a dialog")).toBeVisible();
  await page.locator("#in-dialog").focus();
  await step("In a dialog").getByRole("button", { name: "Next" }).click({ trial: true });
  await checkPage(page, "a step in a dialog");
  await page.screenshot({ path: "test-results/screenshots/in-page-dialog.png" });
  await step("In a dialog").getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#close-dialog").click();
  await expect(step("In a shadow root")).toBeVisible();
  await page.screenshot({ path: "test-results/screenshots/in-page-shadow.png" });
  await expect(step("In a shadow root").getByRole("button", { name: "Next" })).toBeFocused();
  await page.keyboard.press("Enter");
  const inFrame = await step("In a frame").boundingBox();
  const frame = await page.locator("#frame").boundingBox();
  expect(Math.abs((inFrame?.y ?? 0) - (frame?.y ?? 0))).toBeLessThan(200);
  await page.screenshot({ path: "test-results/screenshots/in-page-frame.png" });
  await page.keyboard.press("Enter");
  await expect(step("In a frame")).toBeHidden();
  await page.evaluate(() => (window as unknown as { go: (path: string) => void }).go("/cart"));
  await expect(step("On the cart")).toContainText("4 / 5");
  await page.evaluate(() => (window as unknown as { drawRoute: () => void }).drawRoute());
  await expect(step("On the cart")).toBeVisible();
  // On the next page the person goes on where they were.
  await page.goto(`${site.url}/cart`);
  await expect(step("On the cart")).toBeVisible();
  await step("On the cart").getByRole("button", { name: "Next" }).click();
  await expect(step("Click it")).toBeVisible();
  await page.locator("#before").click();
  await standsOn(api, tour, "completed");
  await expect(page.locator("sojourn-content")).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);
});

test("several things share the page by their importance, and a checklist is done by what the page reports", async ({
  page,
  api,
}) => {
  const banner = await offer(api, "banner", "Banner", {
    blocks: [text("A new version is here."), buttons(button("See it", { type: "link", url: "/new", after: "stay" }))],
  });
  const minor = await offer(api, "banner", "Minor banner", { priority: 10, blocks: [text("Something small.")] });
  const list = await offer(api, "checklist", "Checklist", {
    title: "Get started",
    description: "Three steps.",
    items: [
      {
        id: "paid",
        title: "Pay",
        description: "Any amount.",
        done: [{ on: "event", eventName: "paid", filter: { amount: 7 } }],
      },
      { id: "cart", title: "See the cart", done: [{ on: "page", page: { matchType: "glob", pattern: "*/cart" } }] },
      { id: "read", title: "Read this", label: "I have read it" },
    ],
  });
  const modal = await offer(api, "modal", "Last modal", {
    priority: 5,
    blocks: [heading("Blocking"), buttons(button("Fine", { type: "complete" }))],
  });
  // What is shown keeps its place, so all of it is offered before the page asks.
  for (const one of [minor, banner, list]) {
    await api.post("/api/track", { userId: "cleo", event: one.event });
    await standsOn(api, one, "show");
  }
  await visit(page, "cleo");
  const listed = page.getByRole("region", { name: "Get started" });
  await expect(listed).toBeVisible();
  await expect(page.getByText("A new version is here.")).toBeVisible();
  await expect(page.getByText("Something small.")).toBeHidden();
  await checkPage(page, "a banner and a checklist");
  await page.screenshot({ path: "test-results/screenshots/in-page-several.png" });
  await dap(page, "track", "paid", { amount: 5 });
  await dap(page, "track", "paid", { amount: 7 });
  await expect(listed.getByText("1 / 3")).toBeVisible();
  await page.evaluate(() => (window as unknown as { go: (path: string) => void }).go("/cart"));
  await expect(listed.getByText("2 / 3")).toBeVisible();
  await listed.getByRole("button", { name: "Minimise" }).click();
  await expect(listed.getByText("Read this")).toBeHidden();
  await listed.getByRole("button", { name: "Open" }).click();
  await api.post("/api/track", { userId: "cleo", event: modal.event });
  await page.getByRole("dialog", { name: "Blocking" }).getByRole("button", { name: "Fine" }).click();
  await listed.getByRole("button", { name: "I have read it" }).click();
  await standsOn(api, list, "completed");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Something small.")).toBeVisible();
  await standsOn(api, banner, "dismissed");
  expect(await violationsOf(page)).toEqual([]);
});

test("what is of one person leaves the page with them, and a target that is nowhere is told to the author", async ({
  page,
  api,
}) => {
  await page.clock.install();
  const lost = await offer(api, "tooltip", "Lost tooltip", { target: byId("nowhere"), blocks: [text("Lost")] });
  const own = await offer(api, "modal", "Own modal", { blocks: [heading("Only for Anna")] });
  await visit(page, "anna");
  const waiting = async () =>
    (await api.get<{ meta: { total: number } }>(`/api/deliveries?journeyId=${lost.journeyId}`)).meta.total;
  const reason = async () => {
    const { data } = await api.get<{ data: { id: string }[] }>(`/api/deliveries?journeyId=${lost.journeyId}`);
    const one = await api.get<{ data: { display: object | null } }>(`/api/deliveries/${data[0]?.id}`);
    return one.data.display;
  };
  await api.post("/api/track", { userId: "anna", event: lost.event });
  await expect.poll(waiting).toBe(1);
  // The stream brings it a moment later.
  await expect
    .poll(async () => {
      await page.clock.runFor(8_000);
      return await reason();
    })
    .toMatchObject({ stage: "gave_up", reason: "no element scores 0.6, the best 0.00" });
  const modal = page.getByRole("dialog", { name: "Only for Anna" });
  await api.post("/api/track", { userId: "anna", event: own.event });
  await expect(modal).toBeVisible();
  await dap(page, "reset");
  await expect(modal).toBeHidden();
  await dap(page, "identify", "berta");
  await dap(page, "flush");
  await page.clock.runFor(2_000);
  await expect(modal).toBeHidden();
  await dap(page, "reset");
  await dap(page, "identify", "anna");
  await expect(modal).toBeVisible();
});

test("a page without storage shows content too, and one with a wrong key says so once and goes on", async ({
  page,
  api,
}) => {
  const own = await offer(api, "modal", "Kept nowhere", {
    blocks: [heading("Kept nowhere"), buttons(button("Fine", { type: "complete" }))],
  });
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("refused", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: refuse });
  });
  await visit(page, "nora");
  await api.post("/api/track", { userId: "nora", event: own.event });
  await page.getByRole("dialog", { name: "Kept nowhere" }).getByRole("button", { name: "Fine" }).click();
  await standsOn(api, own, "completed");

  const said: string[] = [];
  page.on("console", (message) => message.type() === "warning" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await visit(page, "nora", "/wrong-key");
  await expect.poll(() => said).toEqual(["Sojourn refuses this key or origin (401)."]);
  await page.locator("#dialog-opener").click();
  await expect(page.locator("#in-dialog")).toBeVisible();
  expect(said).toHaveLength(1);
});
