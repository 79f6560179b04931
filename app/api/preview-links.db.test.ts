import { beforeAll, expect, test } from "vitest";
import { createIngestDoor } from "#ingest-door";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

const ORIGIN = "https://shop.example";
let api: ApiFixture;
let door: ReturnType<typeof createIngestDoor>;

beforeAll(async () => {
  api = await apiFixture();
  door = createIngestDoor({ database: api.database });
  await api.call(`PATCH /api/sites/${api.siteId}`, { body: { origins: [ORIGIN] } });
  await api.call("POST /api/content", {
    body: { type: "modal", slug: "hello", name: "Hello", body: { blocks: [{ type: "text", text: "Published" }] } },
  });
});

type Link = { id: string; url: string; status: string; picked: unknown };
const link = async (mode: string, url = `${ORIGIN}/cart?a=1#top`) =>
  (await api.call<{ data: Link }>("POST /api/content/hello/preview-links", { body: { mode, url } })).body.data;
const tokenOf = ({ url }: Link) => new URL(url).searchParams.get("sojourn_preview") ?? "";

async function fromPage(
  method: "GET" | "POST",
  token: string,
  more: { key?: string; picked?: object; origin?: string } = {},
) {
  const { key = api.publishableKey, picked, origin = ORIGIN } = more;
  const address = `http://localhost/sdk/preview?key=${key}${method === "GET" ? `&token=${token}` : ""}`;
  const body = method === "POST" ? JSON.stringify({ token, picked }) : null;
  const response = await door.fetch(new Request(address, { method, body, headers: { origin } }), "198.51.100.9");
  return { status: response.status, body: await response.json() };
}

const PICKED = {
  target: { signals: [{ kind: "id", value: "buy" }] },
  ...{ matches: 1, score: 1, runnerUp: 0.3, words: "Buy", url: `${ORIGIN}/cart` },
};

test("a link shows the saved draft on the page of its site, and nothing without its token", async () => {
  const made = await link("show");
  const url = new URL(made.url);
  expect([url.origin, url.pathname, url.searchParams.get("a"), url.hash]).toEqual([ORIGIN, "/cart", "1", "#top"]);
  await api.call("PUT /api/content/hello/draft", { body: { body: { blocks: [{ type: "text", text: "Draft" }] } } });
  const shown = await fromPage("GET", tokenOf(made));
  expect(shown.body.data).toMatchObject({
    mode: "show",
    type: "modal",
    document: { parts: { blocks: [{ text: "Draft" }] } },
  });
  const state = await api.call<{ data: Link }>(`GET /api/content/hello/preview-links/${made.id}`);
  expect(state.body.data).toMatchObject({ status: "opened", url: null, picked: null });
  expect((await fromPage("POST", tokenOf(made), { picked: PICKED })).body.data).toEqual({ noted: false });
});

test("an element that is picked reaches the editor that waits for it; the last one counts", async () => {
  const made = await link("pick");
  expect((await fromPage("GET", tokenOf(made))).body.data).toMatchObject({ mode: "pick", document: null });
  expect((await fromPage("POST", tokenOf(made), { picked: PICKED })).body.data).toEqual({ noted: true });
  const last = { ...PICKED, words: "Buy now" };
  await fromPage("POST", tokenOf(made), { picked: last });
  const state = await api.call<{ data: Link }>(`GET /api/content/hello/preview-links/${made.id}`);
  expect(state.body.data).toMatchObject({ status: "picked", picked: last });
  const bad = await fromPage("POST", tokenOf(made), { picked: { ...PICKED, score: 7, more: 1, target: "x" } });
  expect(bad.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    "picked.score",
    "picked.target",
  ]);
});

test("a token holds for its site, its workspace and its hour only, and cannot be made up", async () => {
  const made = await link("show");
  const token = tokenOf(made);
  const other = await apiFixture();
  await other.call(`PATCH /api/sites/${other.siteId}`, { body: { origins: [ORIGIN] } });
  const second = await api.call<{ data: { publishableKey: string } }>("POST /api/sites", {
    body: { name: "Second", origins: [ORIGIN] },
  });
  const refusals = [
    await fromPage("GET", token, { key: other.publishableKey }),
    await fromPage("GET", token, { key: second.body.data.publishableKey }),
    await fromPage("GET", token, { origin: "https://evil.example" }),
    await fromPage("GET", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`),
    await fromPage("GET", `${made.id}.${"A".repeat(32)}`),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect((await fromPage("GET", token)).status).toBe(200);
  await api.database.sql`update preview_links set expires_at = now() - interval '1 second' where id = ${made.id}`;
  expect((await fromPage("GET", token)).status).toBe(403);
  expect((await fromPage("POST", token, { picked: PICKED })).status).toBe(403);
  const foreign = await other.call(`GET /api/content/hello/preview-links/${made.id}`);
  expect(foreign.status).toBe(404);
  const elsewhere = await api.call("POST /api/content/hello/preview-links", {
    body: { mode: "show", url: "https://elsewhere.example/" },
  });
  expect(elsewhere).toMatchObject({ status: 422, body: { errors: [{ pointer: "/url" }] } });
});
