import type { Page } from "@playwright/test";
import { openFlaky, openShop, type Shop } from "./clients/shop.ts";
import { expect, test } from "./fixtures.ts";
import { Api } from "./server/api.ts";
import { PUBLISHABLE_KEY, type TestServer } from "./server/start-server.ts";

/** The published browser clients, unmodified, on a page of another origin: what arrives is counted to the message. */
type Event = { name: string; properties: Record<string, unknown>; timestamp: string };
type Person = { id: string; externalId: string | null; anonymousId: string | null; traits: Record<string, unknown> };
type Client = Record<"identify" | "track" | "page" | "group", (...values: unknown[]) => unknown>;
type Rudder = { load(key: string, url: string, options: object): void; ready(then: () => void): void } & Client;
type Loaded = {
  client: Client;
  AnalyticsNext: { AnalyticsBrowser: { load(settings: object, options?: object): Client } };
  HtEvents: { HtEventsBrowser: { load(settings: object, options: object): Client } };
  rudderanalytics: { RudderAnalytics: new () => Rudder };
};

// Other host names do not resolve, so that a client that connects to its vendor fails visibly.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), rules] });
  },
});

let shop: Shop;
test.beforeAll(async ({ server }) => {
  shop = await openShop();
  await allow(server, shop.url);
});
test.afterAll(() => shop.stop());

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

/** Requests to other machines, and errors of the page. */
function watch(page: Page): { strangers: string[]; errors: string[] } {
  const seen = { strangers: [] as string[], errors: [] as string[] };
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost") seen.strangers.push(request.url());
  });
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error") seen.errors.push(line.text());
  });
  return seen;
}

/** Nothing that a test says is older when it is looked at, nor of a later time. */
const MOST_AGE_MS = 60_000;

const placeOf = (url: string) => {
  const { protocol, host } = new URL(url);
  return { protocol, host };
};
const personOf = async (api: Api, userId: string) => {
  const { data } = await api.get<{ data: Person[] }>(`/api/people?search=${userId}`);
  return data.find((person) => person.externalId === userId);
};
const eventsOf = async (api: Api, userId: string) => {
  const person = await personOf(api, userId);
  if (!person) return [];
  const { data } = await api.get<{ data: Event[] }>(`/api/events?personId=${person.id}&limit=100`);
  const times = data.map(({ timestamp }) => Math.abs(Date.parse(timestamp) - Date.now()));
  expect(Math.max(0, ...times)).toBeLessThan(MOST_AGE_MS);
  // Browser clients put the id of a later identify into what was said before it: which call makes the person is chance.
  const mark = ({ name, properties }: Event) =>
    name === "user.created" ? "once" : (properties.plan ?? properties.name ?? null);
  return data.map((event) => [event.name, mark(event)]).sort();
};

/** The calls of each client, with methods that all of them have. */
const story = (page: Page, userId: string) =>
  page.evaluate(async (who) => {
    const { client } = window as unknown as Loaded;
    const said = [
      client.page("Pricing"),
      client.identify(who, { email: `${who}@example.com`, name: who }),
      client.track("Signed Up", { plan: "pro" }),
      client.track("Looked", { plan: "free" }),
      client.group("acme", { seats: 5 }),
    ];
    await Promise.all(said);
  }, userId);

async function expectStory(api: Api, userId: string): Promise<void> {
  const expected = [
    ["app.Looked", "free"],
    ["app.Signed Up", "pro"],
    ["page.viewed", "Pricing"],
    ["user.created", "once"],
  ];
  await expect.poll(() => eventsOf(api, userId), { timeout: 30_000 }).toEqual(expected);
  const traits = { email: `${userId}@example.com`, name: userId, account: { id: "acme", seats: 5 } };
  await expect.poll(async () => (await personOf(api, userId))?.traits).toEqual(traits);
  expect((await personOf(api, userId))?.anonymousId).not.toBeNull();
}

for (const [client, name] of [
  ["segment", "@segment/analytics-next"],
  ["customerio", "@customerio/cdp-analytics-browser"],
] as const) {
  test(`F2: ${name} reads its settings and brings a page, a person, events and a group`, async ({
    page,
    api,
    server,
  }) => {
    const seen = watch(page);
    await page.goto(`${shop.url}/${client}`);
    await page.evaluate(
      ([writeKey, cdnURL]) => {
        const loaded = window as unknown as Loaded;
        loaded.client = loaded.AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL });
      },
      [PUBLISHABLE_KEY, server.url] as const,
    );
    await story(page, `${client}-one`);
    await expectStory(api, `${client}-one`);
    expect(seen).toEqual({ strangers: [], errors: [] });
  });

  test(`F2: ${name} sends batches to /v1/b`, async ({ page, api, server }) => {
    const seen = watch(page);
    await page.goto(`${shop.url}/${client}`);
    await page.evaluate(
      ([writeKey, cdnURL]) => {
        const loaded = window as unknown as Loaded;
        const batching = { deliveryStrategy: { strategy: "batching", config: { size: 5, timeout: 500 } } };
        const integrations = { "Segment.io": batching, "Customer.io Data Pipelines": batching };
        loaded.client = loaded.AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL }, { integrations });
      },
      [PUBLISHABLE_KEY, server.url] as const,
    );
    await story(page, `${client}-batch`);
    await expectStory(api, `${client}-batch`);
    expect(seen).toEqual({ strangers: [], errors: [] });
  });
}

for (const batching of [false, true]) {
  const how = batching ? "in batches" : "one by one";
  test(`F2: @ht-sdks/events-sdk-js-browser brings a page, a person, events and a group, ${how}`, async ({
    page,
    api,
    server,
  }) => {
    const seen = watch(page);
    await page.goto(`${shop.url}/hightouch`);
    await page.evaluate(
      ([writeKey, { protocol, host }, batching]) => {
        const loaded = window as unknown as Loaded;
        const options = { apiHost: host, protocol: protocol.replace(":", ""), batching };
        loaded.client = loaded.HtEvents.HtEventsBrowser.load({ writeKey }, options);
      },
      [PUBLISHABLE_KEY, placeOf(server.url), batching] as const,
    );
    const userId = batching ? "hightouch-batch" : "hightouch-one";
    await story(page, userId);
    await expectStory(api, userId);
    expect(seen).toEqual({ strangers: [], errors: [] });
  });
}

test("F7: @segment/analytics-next repeats what was answered with 500, and it arrives once", async ({
  page,
  api,
  server,
}) => {
  const flaky = await openFlaky(server.url, "/v1/t");
  try {
    await page.goto(`${shop.url}/segment`);
    await page.evaluate(
      ([writeKey, cdnURL]) => {
        const loaded = window as unknown as Loaded;
        loaded.client = loaded.AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL });
        loaded.client.identify("again", {});
        loaded.client.track("Bought", { plan: "pro" });
      },
      [PUBLISHABLE_KEY, flaky.url] as const,
    );
    const expected = [
      ["app.Bought", "pro"],
      ["user.created", "once"],
    ];
    await expect.poll(() => eventsOf(api, "again"), { timeout: 40_000 }).toEqual(expected);
    expect(flaky.tried).toEqual(["first", "1"]);
  } finally {
    await flaky.stop();
  }
});

test("F4 F5 F6: @rudderstack/analytics-js reads its source config and brings a page, a person with traits, events and a group", async ({
  page,
  api,
  server,
}) => {
  const seen = watch(page);
  await page.goto(`${shop.url}/rudder`);
  await page.evaluate(
    async ([key, url]) => {
      const loaded = window as unknown as Loaded;
      const client = new loaded.rudderanalytics.RudderAnalytics();
      client.load(key, url, { configUrl: url, logLevel: "ERROR" });
      await new Promise<void>((then) => client.ready(then));
      loaded.client = client;
    },
    [PUBLISHABLE_KEY, server.url] as const,
  );
  await story(page, "rudder-one");
  await expectStory(api, "rudder-one");
  expect(seen).toEqual({ strangers: [], errors: [] });
});

test("F9: a page can read that its key is not known", async ({ page, server }) => {
  await page.goto(`${shop.url}/segment`);
  const answer = await page.evaluate(async (url) => {
    const response = await fetch(`${url}/v1/t`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa("pk_nobody_knows_this_key:")}` },
      body: "{}",
    });
    return [response.status, (await response.json()).code];
  }, server.url);
  expect(answer).toEqual([401, "unauthorized"]);
});
