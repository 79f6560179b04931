import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { startServer, type TestServer } from "./server/start-server.ts";
import { checkPage, settled } from "./studio/check-page.ts";
import { PLAIN_PAGES } from "./studio/pages.ts";

/** Where `npm run screenshots` puts the pictures; without it there is nothing to do here, and CI takes none. */
const FOLDER = process.env.SOJOURN_SCREENSHOTS;

const LOOKS = [
  { look: "light", colorScheme: "light", width: 1_440, height: 900 },
  { look: "dark", colorScheme: "dark", width: 1_440, height: 900 },
  { look: "phone", colorScheme: "light", width: 390, height: 844 },
] as const;

test.skip(FOLDER === undefined, "npm run screenshots takes them");
test.describe.configure({ mode: "serial", timeout: 600_000 });

let server: TestServer;
let page: Page;

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  if (FOLDER === undefined) return;
  await mkdir(join(FOLDER, "pages"), { recursive: true });
  // Without keys of its own there is no other workspace, and the Demo is where the owner arrives.
  server = await startServer({ SOJOURN_DEMO: "1", SOJOURN_INIT_SECRET_KEY: "", SOJOURN_INIT_PUBLISHABLE_KEY: "" });
  const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
  page = await context.newPage();
  await page.goto(server.signInLink ?? "");
  await page.getByRole("button", { name: "Open the studio" }).click();
  await expect(page).toHaveURL(/\/journeys$/);
  await expect(async () => {
    await page.goto("/journeys");
    await expect(page.getByRole("row").filter({ hasText: "Published" })).toHaveCount(5, { timeout: 5_000 });
  }).toPass({ timeout: 240_000 });
});

test.afterAll(async () => {
  await page?.context().close();
  await server?.stop();
});

test("every page of the Demo in light, in the dark and on a phone", async () => {
  const journey = await first("/journeys", /^\/journeys\/[0-9a-f-]{36}$/);
  const details = {
    journey,
    live: `${journey}?view=live`,
    dashboard: `${journey}/enrollments`,
    versions: `${journey}/versions`,
    person: await first("/people", /^\/people\/[0-9a-f-]{36}$/),
    segment: await first("/segments", /^\/segments\/[0-9a-f-]{36}$/),
    email: await first("/content", /^\/content\/[0-9a-f-]{36}$/),
    "demo-shop": "/demo-shop",
    install: "/install",
    broadcasts: "/broadcasts",
    "new-journey": "/journeys?new=true",
  };
  const plain = PLAIN_PAGES.map((path) => [path.slice(1).replaceAll("/", "-"), path] as const);
  for (const [name, path] of [...plain, ...Object.entries(details)]) await shoot(name, path);
});

/** The first link of a list that leads to one of its things. */
async function first(list: string, wanted: RegExp): Promise<string> {
  await page.goto(list);
  await settled(page);
  const links = await page.getByRole("main").getByRole("link").all();
  for (const link of links) {
    const href = (await link.getAttribute("href")) ?? "";
    if (wanted.test(href)) return href;
  }
  throw new Error(`${list} leads to nothing like ${wanted}`);
}

async function shoot(name: string, path: string): Promise<void> {
  for (const { look, colorScheme, ...size } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await page.goto(path);
    await settled(page);
    // Charts and the canvas draw after their data came.
    await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
    if (name !== "email") await checkPage(page, `${name}, ${look}`);
    await page.screenshot({ path: join(FOLDER ?? "", "pages", `${name}-${look}.png`) });
  }
}
