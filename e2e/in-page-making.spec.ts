import type { Page } from "@playwright/test";
import type { Shop } from "./clients/shop.ts";
import { dap, openStrictSite, violationsOf } from "./clients/strict-site.ts";
import { expect, test } from "./fixtures.ts";
import { Api } from "./server/api.ts";
import { PUBLISHABLE_KEY } from "./server/start-server.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";
import { drawJourney } from "./studio/journeys.ts";

/** A tour is made over the canvas, pointed at a page with a strict policy, and seen there. */
let site: Shop;

test.beforeAll(async ({ server }) => {
  site = await openStrictSite(server.url, PUBLISHABLE_KEY);
  const api = new Api(server.url);
  const [first] = (await api.get<{ data: { id: string; origins: string[] }[] }>("/api/sites")).data;
  await api.patch(`/api/sites/${first?.id}`, { origins: [...(first?.origins ?? []), site.url] });
  const ask = () => fetch(`${server.url}/sdk/rules?key=${PUBLISHABLE_KEY}`, { headers: { origin: site.url } });
  await expect.poll(async () => (await ask()).status, { timeout: 15_000 }).toBe(200);
});
test.afterAll(() => site.stop());

const ENDS = ["completed", "dismissed", "timeout"];
const drawTour = (api: Api) =>
  drawJourney(
    api,
    "Tour by hand",
    [
      {
        type: "TRIGGER",
        name: "start",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.tour" } },
      },
      { type: "CONTENT", name: "show", config: { contentType: "flow" } },
      ...ENDS.map((name) => ({ type: "WAIT", name, config: { duration: "1d" } })),
    ],
    [["start", "show"], ...ENDS.map((name) => ["show", name, name] as const)],
  );

const preview = (page: Page) => page.frameLocator('iframe[title="The content as people see it"]');

/** Opens the page that the dialog offers, in a tab of its own. */
async function openedPage(page: Page): Promise<Page> {
  const dialog = page.getByRole("dialog", { name: /on your page$/ });
  const address = dialog.getByLabel("Address of the page");
  // What the site is known by is filled in first.
  await expect(address).toHaveValue(/^http/);
  await address.fill(`${site.url}/`);
  await page.keyboard.press("Enter");
  const opened = page.context().waitForEvent("page");
  await dialog.getByRole("link", { name: "Open the page" }).press("Enter");
  return await opened;
}

test("a tour is made in the drawer with the picker, previewed, published, and seen by a visitor", async ({
  signedInPage: page,
  api,
  browser,
  server,
}) => {
  const { id } = await drawTour(api);
  await page.goto(`/journeys/${id}`);
  await page.locator(".has-first-view [data-kind=CONTENT]").click();
  await page.getByRole("button", { name: "Create new" }).press("Enter");
  await page.getByRole("dialog").getByLabel("Name").fill("Made by hand");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Edit the flow" });
  const steps = drawer.getByRole("region", { name: "Steps" });
  await steps.getByRole("button", { name: /^1\. Welcome/ }).press("Enter");
  await steps.getByRole("button", { name: /^Heading/ }).press("Enter");
  const heading = steps.getByLabel("Text", { exact: true });
  await heading.fill("");
  // Slower than the preview follows: what appears in it does not take the focus away.
  await heading.pressSequentially("Hello {{ traits.firstName }}", { delay: 40 });
  await expect(heading).toHaveValue("Hello {{ traits.firstName }}");
  await expect(preview(page).getByRole("dialog", { name: "Hello Ada" })).toBeVisible();
  await expect(heading).toBeFocused();

  await steps.getByRole("switch", { name: /Beside an element of the page/ }).press("Space");
  await steps.getByRole("button", { name: "Pick the element on your page" }).press("Enter");
  const shop = await openedPage(page);
  const panel = shop.getByRole("region", { name: "Sojourn" });
  await expect(panel).toContainText("Pick the element for “Made by hand”");
  expect(shop.url()).toBe(`${site.url}/`);
  await expect
    .poll(async () => {
      await shop.keyboard.press("Tab");
      return await panel.textContent();
    })
    .toContain("button “In the shadow root”");
  await shop.screenshot({ path: "test-results/screenshots/in-page-picker.png" });
  await shop.keyboard.press("Enter");
  await expect(panel).toContainText("1 element matches.");
  await expect(panel).toContainText("It is inside of a shadow root.");
  await checkPage(shop, "the page with the picker");
  await shop.screenshot({ path: "test-results/screenshots/in-page-picked.png" });
  await shop.keyboard.press("Enter");
  await expect(panel).toContainText("Sent");
  expect(await violationsOf(shop)).toEqual([]);
  await expect(page.getByText("Taken: button “In the shadow root”")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).press("Enter");
  await expect(steps.getByText("In the shadow root").first()).toBeVisible();

  await steps.getByRole("button", { name: "Add a step" }).press("Enter");
  const second = steps.getByRole("button", { name: /^2\. A heading/ });
  await expect(second).toBeFocused();
  await second.press("Alt+ArrowUp");
  await expect(steps.getByRole("button", { name: /^1\. A heading/ })).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(second).toBeFocused();
  await expect(preview(page).getByRole("dialog", { name: "A heading" })).toBeVisible();
  await expect(drawer.getByText("Draft saved; not published")).toBeVisible();
  await checkPage(page, "the drawer of a flow");
  await page.screenshot({ path: "test-results/screenshots/in-page-drawer.png" });
  await drawer.getByRole("button", { name: "Publish" }).press("Enter");
  await expect(drawer.getByText("Published, revision 2")).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  // The canvas has saved the step with what was made.
  const saved = async () => {
    const { data } = await api.get<{ data: { nodes: { name: string; contentId: string | null }[] } }>(
      `/api/journeys/${id}`,
    );
    return data.nodes.find(({ name }) => name === "show")?.contentId;
  };
  await expect.poll(saved).toBeTruthy();
  await api.post(`/api/journeys/${id}/publish`);
  const live = async () => (await (await fetch(`${server.url}/sdk/rules?key=${PUBLISHABLE_KEY}`)).json()).data.live;
  await expect.poll(live).toBe(true);
  // The visitor has a browser of their own: nothing of the author is in it.
  const context = await browser.newContext();
  const visitor = await context.newPage();
  await api.post("/api/identify", { userId: "tess", traits: { firstName: "<b>Tess</b>" } });
  await visitor.goto(site.url);
  await visitor.waitForFunction(() => "DAP" in window);
  await dap(visitor, "identify", "tess");
  await dap(visitor, "track", "tour");
  await dap(visitor, "flush");
  await expect(visitor.getByRole("dialog", { name: "Hello <b>Tess</b>" })).toBeVisible({ timeout: 15_000 });
  await expect(visitor.getByRole("region", { name: "Sojourn" })).toBeHidden();
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByRole("dialog", { name: "A heading" })).toBeVisible();
  await visitor.keyboard.press("Enter");
  await expect(visitor.locator("sojourn-content")).toHaveCount(0);
  await context.close();
});

test("a draft in two languages says what is missing and hard to read, is laid out from right to left, and shown on the page to its author alone", async ({
  signedInPage: page,
  api,
}) => {
  const body = {
    blocks: [
      { type: "heading", text: "Published words" },
      { type: "text", text: "A text that is read." },
      { type: "buttons", buttons: [{ label: "Fine", action: { type: "complete" } }] },
    ],
  };
  const { data } = await api.post<{ data: { id: string } }>("/api/content", {
    type: "modal",
    name: "In languages",
    body,
  });
  await page.goto(`/content/${data.id}`);
  await page.getByRole("button", { name: /^Heading/ }).press("Enter");
  await page.getByLabel("Text", { exact: true }).fill("Draft words");
  await page.getByRole("button", { name: "Add a language" }).press("Enter");
  await page.getByLabel("Language", { exact: true }).fill("ar");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /Arabic/ })).toContainText("3 missing");
  await page.getByLabel("Text", { exact: true }).fill("مرحبا");
  const shown = preview(page).getByRole("dialog", { name: "مرحبا" });
  await expect(shown).toHaveAttribute("dir", "rtl");
  // Another test may have given the workspace languages of its own.
  await expect(page.getByText(/blocks\/1\/text: This text is not written in (?:\w+, )*ar\./)).toBeVisible();
  await page.getByRole("tab", { name: "Look" }).click();
  await page.getByLabel("Text", { exact: true }).first().fill("#bbbbbb");
  await expect(page.getByText("1.9 : 1 on background, less than 4.5 is hard to read")).toBeVisible();
  await expect(shown).toHaveCSS("color", "rgb(187, 187, 187)");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(shown).toHaveCSS("background-color", "rgb(24, 24, 27)");
  await page.getByRole("radio", { name: "Phone" }).click();
  await expect.poll(() => page.locator("iframe").evaluate((one) => one.clientWidth)).toBeLessThan(380);
  await page.screenshot({ path: "test-results/screenshots/in-page-look.png", fullPage: true });
  await page.getByRole("tab", { name: "Content" }).click();
  await settled(page);
  await checkLooks(page, "in-page-editor");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "See it on your page" }).press("Enter");
  const shop = await openedPage(page);
  await expect(shop.getByRole("dialog", { name: "Draft words" })).toBeVisible();
  await expect(shop.getByText("Only you see this.")).toBeVisible();
  await shop.screenshot({ path: "test-results/screenshots/in-page-on-page.png" });
  await shop.reload();
  await expect(shop.getByRole("dialog", { name: "Draft words" })).toBeVisible();
  expect(await violationsOf(shop)).toEqual([]);
});
