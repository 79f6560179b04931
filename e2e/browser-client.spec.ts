import { build } from "esbuild";
import { offer, standsOn } from "./clients/offer.ts";
import { openFlaky, openPages, type Shop } from "./clients/shop.ts";
import { expect, test } from "./fixtures.ts";
import { Api } from "./server/api.ts";
import { PUBLISHABLE_KEY, type TestServer } from "./server/start-server.ts";

/** The browser client as the server serves it, on pages of another origin. */
type Event = { name: string; properties: Record<string, unknown>; endUser: Person | null };
type Person = { externalId: string | null; anonymousId: string | null };
type Dap = { DAP: (...command: unknown[]) => unknown };

let shop: Shop;
let flaky: Shop & { readonly tried: string[] };
const pages = new Map<string, string>();

test.beforeAll(async ({ server }) => {
  flaky = await openFlaky(server.url, `/api/batch?key=${PUBLISHABLE_KEY}`);
  shop = await openPages(pages);
  const { integrity, file } = await (await fetch(`${server.url}/sdk/sojourn.json`)).json();
  const page = (head: string) => `<!doctype html><title>Shop</title><h1>Shop</h1>${head}`;
  const stub = `<script>window.DAP=window.DAP||function(){(DAP.q=DAP.q||[]).push(arguments)};
    DAP("init",${JSON.stringify(PUBLISHABLE_KEY)});DAP("identify","early",{plan:"pro"});DAP("track","looked");</script>`;
  const script = (url: string, more = "") => `<script async src="${url}" ${more}></script>`;
  pages.set("/", page(stub + script(server.url + file, `integrity="${integrity}" crossorigin`)));
  pages.set("/asking", page(script(`${server.url}/sdk/sojourn.js`, `data-key="${PUBLISHABLE_KEY}" data-ask-consent`)));
  pages.set(
    "/flaky",
    page(script(`${flaky.url}/sdk/sojourn.js`, `data-key="${PUBLISHABLE_KEY}" data-auto-page="false"`)),
  );
  pages.set("/plain", page(""));
  pages.set(
    "/react",
    `<!doctype html><title>React</title><body data-site-key="${PUBLISHABLE_KEY}" data-url="${server.url}"><script src="/react.js"></script>`,
  );
  pages.set("/react-news", (pages.get("/react") ?? "").replace("<body", "<body data-draws"));
  pages.set("/react.js", await bundle());
  await allow(server, shop.url);
});
test.afterAll(async () => {
  await Promise.all([shop.stop(), flaky.stop()]);
});

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["e2e/clients/react-shop.tsx"],
    ...{ bundle: true, write: false, format: "iife", jsx: "automatic" },
    define: { "process.env.NODE_ENV": '"development"' },
  });
  return outputFiles[0]?.text ?? "";
}

/** Adds an origin to the site. */
async function allow(server: TestServer, origin: string): Promise<void> {
  const api = new Api(server.url);
  const [site] = (await api.get<{ data: { id: string; origins: string[] }[] }>("/api/sites")).data;
  await api.patch(`/api/sites/${site?.id}`, { origins: [...(site?.origins ?? []), origin] });
  const preflight = () =>
    fetch(`${server.url}/v1/t`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } });
  // Origins are read every five seconds.
  await expect.poll(async () => (await preflight()).status, { timeout: 15_000 }).toBe(204);
}

const eventsOf = async (api: Api, userId: string) => {
  const { data } = await api.get<{ data: Event[] }>("/api/events?limit=100");
  return data.filter(({ endUser }) => endUser?.externalId === userId).reverse();
};
const namesOf = async (api: Api, userId: string) => (await eventsOf(api, userId)).map(({ name }) => name);

test("a page reports what was called before and after the script arrived, and each of its routes once", async ({
  page,
  api,
}) => {
  await page.goto(shop.url);
  await page.waitForFunction(() => !("q" in (window as unknown as Dap).DAP));
  await page.evaluate(() => {
    history.pushState(null, "", "/cart");
    history.replaceState(null, "", "/cart#top");
  });
  await page.evaluate(() => (window as unknown as Dap).DAP("track", "app.paid", { amount: 7 }));
  const names = ["user.created", "page.viewed", "app.looked", "page.viewed", "app.paid"];
  await expect.poll(async () => (await namesOf(api, "early")).sort()).toEqual([...names].sort());
  const views = (await eventsOf(api, "early")).filter(({ name }) => name === "page.viewed");
  expect(views.map(({ properties }) => properties.path)).toEqual(["/", "/cart"]);
});

test("what is reported while the page is left arrives, once", async ({ page, api }) => {
  await page.goto(shop.url);
  await page.waitForFunction(() => !("q" in (window as unknown as Dap).DAP));
  await page.evaluate(() => {
    const { DAP } = window as unknown as Dap;
    DAP("reset");
    DAP("identify", "leaver");
    DAP("track", "left");
    location.href = "/plain";
  });
  await expect.poll(() => namesOf(api, "leaver")).toContain("app.left");
  await page.goto(shop.url);
  await page.waitForFunction(() => !("q" in (window as unknown as Dap).DAP));
  await page.evaluate(() => (window as unknown as Dap).DAP("identify", "leaver"));
  await page.evaluate(() => (window as unknown as Dap).DAP("track", "back"));
  await expect.poll(() => namesOf(api, "leaver")).toContain("app.back");
  expect((await namesOf(api, "leaver")).filter((name) => name === "app.left")).toHaveLength(1);
});

test("a server that fails gets the same messages again, and stores them once", async ({ page, api }) => {
  await page.goto(`${shop.url}/flaky`);
  await page.waitForFunction(() => "DAP" in window);
  await page.evaluate(() => {
    const { DAP } = window as unknown as Dap;
    DAP("identify", "patient");
    DAP("track", "waited");
  });
  await expect.poll(() => namesOf(api, "patient"), { timeout: 15_000 }).toEqual(["user.created", "app.waited"]);
  expect(flaky.tried.length).toBe(2);
});

test("where consent is asked for, nothing is stored or sent before it is given", async ({ page, api }) => {
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.goto(`${shop.url}/asking`);
  await page.waitForFunction(() => "DAP" in window);
  await page.evaluate(() => (window as unknown as Dap).DAP("identify", "asked"));
  await page.evaluate(() => (window as unknown as Dap).DAP("flush"));
  expect(sent).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.evaluate(() => (window as unknown as Dap).DAP("consent", true));
  await expect.poll(() => namesOf(api, "asked")).toContain("user.created");
  await page.evaluate(() => (window as unknown as Dap).DAP("consent", false));
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a React application in strict mode reports each view and each click once", async ({ page, api }) => {
  await page.goto(`${shop.url}/react`);
  await page.getByRole("button", { name: "Upgrade" }).click();
  await expect.poll(() => namesOf(api, "react-user")).toContain("app.upgraded_plan");
  expect((await namesOf(api, "react-user")).sort()).toEqual(["app.upgraded_plan", "page.viewed", "user.created"]);
});

test("useContent gives a React application what waits for its visitor, and nobody else, and takes what they did", async ({
  page,
  api,
}) => {
  const text = (words: string) => ({ blocks: [{ type: "text", text: words }] });
  const banner = await offer(api, "banner", "Drawn banner", text("Hello {{ traits.name }}, this is drawn by React."));
  const modal = await offer(api, "modal", "Not drawn", text("Nobody draws this."));
  await api.post("/api/identify", { userId: "drawn-ada", traits: { name: "Ada" } });
  await page.goto(`${shop.url}/react-news`);
  const news = page.getByLabel("News");
  await page.getByRole("button", { name: "Sign in as ada" }).click();
  for (const { event } of [modal, banner]) await api.post("/api/track", { userId: "drawn-ada", event });
  await expect(news).toContainText("Hello Ada, this is drawn by React.");
  // Once, though React renders twice; and the modal waits for somebody who draws it.
  await expect(news).toHaveCount(1);
  await expect.poll(() => namesOf(api, "drawn-ada")).toContain("content.shown");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(news).toHaveCount(0);
  await page.getByRole("button", { name: "Sign in as bob" }).click();
  await expect.poll(() => namesOf(api, "drawn-bob")).toContain("user.created");
  await expect(news).toHaveCount(0);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in as ada" }).click();
  await news.getByRole("button", { name: "Got it" }).click();
  await standsOn(api, banner, "completed");
  await expect(news).toHaveCount(0);
  // It was drawn twice, before the sign-out and after it.
  const reported = async () => (await namesOf(api, "drawn-ada")).filter((name) => name.startsWith("content.")).sort();
  await expect.poll(reported).toEqual(["content.completed", "content.shown", "content.shown"]);
  expect(await page.getByText("Nobody draws this.").count()).toBe(0);
});
