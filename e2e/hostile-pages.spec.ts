import { offer, standsOn } from "./clients/offer.ts";
import type { Shop } from "./clients/shop.ts";
import { dap, openStrictSite, violationsOf } from "./clients/strict-site.ts";
import { expect, test } from "./fixtures.ts";
import { Api } from "./server/api.ts";
import { PUBLISHABLE_KEY } from "./server/start-server.ts";
import { checkPage } from "./studio/check-page.ts";

/** What networks and browsers do to a page, on the page with the strict policy and no styles. */
let site: Shop;
const text = (words: string) => ({ type: "text", text: words });
const button = (label: string, action: object) => ({ type: "buttons", buttons: [{ label, style: "primary", action }] });

test.beforeAll(async ({ server }) => {
  site = await openStrictSite(server.url, PUBLISHABLE_KEY);
  const api = new Api(server.url);
  const [first] = (await api.get<{ data: { id: string; origins: string[] }[] }>("/api/sites")).data;
  await api.patch(`/api/sites/${first?.id}`, { origins: [...(first?.origins ?? []), site.url] });
});
test.afterAll(() => site.stop());

/** Content that waits before the page asks for it. */
async function waiting(api: Api, userId: string, type: string, name: string, body: object) {
  const made = await offer(api, type, name, body);
  await api.post("/api/track", { userId, event: made.event });
  await standsOn(api, made, "show");
  return made;
}

test("a server that hangs holds up nothing of the page, which shows content once it answers", async ({
  page,
  api,
  server,
}) => {
  const found = { signals: [{ kind: "id", value: "before" }] };
  const body = { target: found, blocks: [text("Beside the button"), button("Fine", { type: "complete" })] };
  const tip = await waiting(api, "hana", "tooltip", "Slow tooltip", body);
  const ask = () => fetch(`${server.url}/sdk/rules?key=${PUBLISHABLE_KEY}`, { headers: { origin: site.url } });
  await expect.poll(async () => (await ask()).status, { timeout: 15_000 }).toBe(200);
  const held: (() => void)[] = [];
  let isSlow = true;
  await page.route(/\/(api\/batch|sdk\/(rules|content))/, async (route) => {
    if (isSlow) await new Promise<void>((release) => held.push(release));
    await route.continue();
  });
  await page.goto(site.url);
  await dap(page, "identify", "hana");
  await page.locator("#dialog-opener").click();
  await expect(page.locator("#in-dialog")).toBeVisible();
  await page.locator("#close-dialog").click();
  expect(held.length).toBeGreaterThan(0);
  isSlow = false;
  for (const release of held) release();
  const tooltip = page.getByText("Beside the button");
  await expect(tooltip).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await checkPage(page, `a tooltip, ${colorScheme}`);
    await page.screenshot({ path: `test-results/screenshots/in-page-tooltip-${colorScheme}.png` });
  }

  // Without a network what is done waits, and goes out when it is back.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Fine" }).click();
  await dap(page, "track", "while_away");
  await expect(tooltip).toBeHidden();
  await page.context().setOffline(false);
  await standsOn(api, tip, "completed");
  const names = async () =>
    (await api.get<{ data: { name: string }[] }>("/api/people/hana/events")).data.map(({ name }) => name);
  await expect.poll(names).toContain("app.while_away");
  expect(await violationsOf(page)).toEqual([]);
});

test("one of 500 equal elements is not guessed, another tab that signs out takes content away, and going back shows it", async ({
  page,
  context,
  api,
}) => {
  const many = { signals: [{ kind: "css", value: ".many" }] };
  const guessed = await waiting(api, "ivan", "tooltip", "One of many", { target: many, blocks: [text("Which one?")] });
  const modal = await waiting(api, "ivan", "modal", "For Ivan", {
    priority: 10,
    blocks: [{ type: "heading", text: "For Ivan" }, button("Fine", { type: "complete" })],
  });
  await page.goto(site.url);
  await page.evaluate(() => {
    const all = Array.from({ length: 500 }, () =>
      Object.assign(document.createElement("button"), { className: "many", textContent: "x" }),
    );
    document.querySelector("main")?.append(...all);
  });
  await dap(page, "identify", "ivan");
  const dialog = page.getByRole("dialog", { name: "For Ivan" });
  await expect(dialog).toBeVisible();
  await expect(page.getByText("Which one?")).toBeHidden();
  await standsOn(api, guessed, "show");

  const other = await context.newPage();
  await other.goto(site.url);
  await dap(other, "reset");
  await expect(dialog).toBeHidden();
  await dap(other, "identify", "ivan");
  await expect(dialog).toBeVisible();
  await other.close();

  await page.goto(`${site.url}/frame`);
  await page.goBack();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Fine" }).click();
  await standsOn(api, modal, "completed");
});
