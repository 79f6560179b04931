import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { startServer, type TestServer } from "./server/start-server.ts";
import { checkPage, settled } from "./studio/check-page.ts";
import { PLAIN_PAGES } from "./studio/pages.ts";

// The README shows these; a run with SOJOURN_SCREENSHOTS=docs/screenshots makes them again.
const SCREENSHOTS = process.env.SOJOURN_SCREENSHOTS ?? "test-results/screenshots";
const DESK = { width: 1440, height: 900 };
const THEMES = ["light", "dark"] as const;

test.describe.configure({ mode: "serial", timeout: 300_000 });

let server: TestServer;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  server = await startServer({ SOJOURN_DEMO: "1", SOJOURN_INIT_SECRET_KEY: "", SOJOURN_INIT_PUBLISHABLE_KEY: "" });
  context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce", viewport: DESK });
  page = await context.newPage();
  await page.goto(server.signInLink ?? "");
  await page.getByRole("button", { name: "Open the studio" }).click();
  await expect(page).toHaveURL(/\/journeys$/);
  // The server does not wait for the Demo, which may appear later on a slow machine.
  await expect(async () => {
    await page.goto("/journeys");
    await expect(page.getByRole("button", { name: "Remove demo" })).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
  await mkdir(SCREENSHOTS, { recursive: true });
});

test.afterAll(async () => {
  await context?.close();
  await server?.stop();
});

test("a newcomer finds five journeys with people in them, and reads why one stands where they stand", async () => {
  const rows = page.getByRole("row").filter({ hasText: "Published" });
  await expect(rows).toHaveCount(5);
  await openJourney("Team onboarding");
  const journey = page.url();
  await show(journey, "canvas", () => expect(page.locator("[data-step]").first()).toBeVisible());
  await show(`${journey}?view=live`, "live", () => expect(page.locator("[data-entered]").first()).not.toHaveText(/^0/));
  await show(`${journey}/enrollments`, "dashboard", () =>
    expect(page.locator("svg.recharts-surface").first()).toBeVisible(),
  );
  await page.getByRole("main").getByRole("table").last().getByRole("link").first().click();
  await expect(page).toHaveURL(/enrollments\/[0-9a-f-]{36}$/);
  await show(page.url(), "timeline", () => expect(page.getByText(/^Entered/).first()).toBeVisible());
});

test("the overview compares the journeys, a view keeps its order, and long waits are ended from the dashboard", async () => {
  await show("/overview", "overview", () => expect(page.getByRole("rowheader")).toHaveCount(5));
  await page.getByRole("columnheader", { name: "Completed" }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=completed/);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByLabel("Name").fill("Most completed");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("button", { name: "Most completed", exact: true })).toBeVisible();
  await page.goto("/overview");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("link", { name: /Most completed/ }).click();
  await expect(page).toHaveURL(/sort=completed/);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/enrollments$/);
  await expect(page.getByRole("region", { name: "Funnel and drop-off" }).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("region", { name: "Paths people took" }).getByRole("img")).toBeVisible();
  await page.getByRole("button", { name: "Skip, move or take out…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Take out of the journey" }).check();
  await dialog.getByRole("button", { name: /^Take out / }).click();
  await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
  await expect(dialog.getByText(/^Done: /)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
});

for (const path of PLAIN_PAGES) test(`${path} has no accessibility violation, light and dark`, () => checkBoth(path));

test("each page of one thing has no accessibility violation, light and dark", async () => {
  const first = async (noun: string) => {
    const { data } = await (await page.request.get(`/api/${noun}?limit=1`)).json();
    return `/${noun}/${data[0].id}`;
  };
  const journey = await first("journeys");
  const ofOne = [await first("people"), await first("segments"), await first("content"), `${journey}/versions`];
  for (const path of [...ofOne, "/settings?tab=keys", "/settings?tab=sites"]) await checkBoth(path);
});

test("the pages before sign-in have no accessibility violation, light and dark", async ({ browser }) => {
  const stranger = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
  const door = await stranger.newPage();
  for (const path of ["/sign-in", "/welcome?token=spent"]) await checkBoth(path, door);
  await stranger.close();
});

test("a phone shows the journeys without scrolling sideways", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of PLAIN_PAGES) {
    await page.goto(path);
    await settled(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, `${path} is as wide as the phone`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(DESK);
});

test("one click removes the demo", async () => {
  await page.goto("/journeys");
  await page.getByRole("button", { name: "Remove demo" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /remove/i })
    .click();
  await expect(page.getByText("No journeys yet")).toBeVisible();
});

async function checkBoth(path: string, at = page): Promise<void> {
  for (const theme of THEMES) {
    await at.emulateMedia({ colorScheme: theme });
    await at.goto(path);
    await settled(at);
    await checkPage(at, `${path} (${theme})`);
  }
}

async function openJourney(name: string): Promise<void> {
  await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/journeys\/[0-9a-f-]{36}$/);
}

/** Opens a page in both themes, checks it with axe and takes a screenshot. */
async function show(url: string, name: string, ready: () => Promise<void>): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(url);
    await settled(page);
    await ready();
    await checkPage(page, `${name} (${theme})`);
    await page.screenshot({ path: join(SCREENSHOTS, `${name}-${theme}.png`) });
  }
}
