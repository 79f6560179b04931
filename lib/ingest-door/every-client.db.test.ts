import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Analytics as CustomerIo } from "@customerio/cdp-analytics-node";
import { Analytics as Segment } from "@segment/analytics-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRuntime, drain } from "#runtime";
import { installPackages } from "./clients/install-packages.ts";
import { type DoorFixture, doorFixture } from "./testing.ts";

/** The published clients for servers and phones, unmodified: each message arrives once, with its time and person. */
type Word = "identify" | "track" | "page" | "group" | "alias";
type Client = Readonly<Record<Word, (message: Record<string, unknown>) => unknown>>;
type Opened = { readonly client: Client; readonly flush: () => Promise<unknown> };

const folder = fileURLToPath(new URL("./clients", import.meta.url));
const load = createRequire(new URL("./clients/package.json", import.meta.url));

let door: DoorFixture;
let host: string;
const web = createServer((incoming, outgoing) => void door.door.nodeListener(incoming, outgoing));

beforeAll(async () => {
  installPackages(folder);
  door = await doorFixture();
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
}, 180_000);
afterAll(() => new Promise((resolve) => web.close(resolve)));

/** Current clients, which resolve a promise when everything is sent. */
function open(make: typeof Segment | typeof CustomerIo): Opened {
  const client = new make({ writeKey: door.secretKey, host, flushAt: 50, flushInterval: 8_000 });
  return { client: client as unknown as Client, flush: () => client.closeAndFlush() };
}

/** Old clients, which use callbacks. */
function openOld(name: string, where: object): Opened {
  type Old = Client & { flush(then: (error?: unknown) => void): unknown };
  const make = load(name) as new (key: string, options: object) => Old;
  const errorHandler = (error: unknown) => expect.unreachable(String(error));
  const client = new make(door.secretKey, { ...where, errorHandler, flushAt: 50, flushInterval: 60_000 });
  const flush = () =>
    new Promise<void>((resolve, reject) => client.flush((error) => (error ? reject(error as Error) : resolve())));
  return { client, flush };
}

const clients: readonly [string, () => Opened][] = [
  ["@segment/analytics-node", () => open(Segment)],
  ["@customerio/cdp-analytics-node", () => open(CustomerIo)],
  ["analytics-node", () => openOld("analytics-node", { host })],
  ["@rudderstack/rudder-sdk-node", () => openOld("@rudderstack/rudder-sdk-node", { dataPlaneUrl: host })],
];

type Person = { readonly external_id: string; readonly traits: unknown };
const peopleOf = async (name: string) => {
  await drain(createRuntime(door.database, { report: () => {} }));
  return door.database.sql<Person[]>`
    select external_id, traits from people where external_id like ${`${name}%`} and merged_into is null order by 1`;
};
type Said = readonly [who: string, name: string, at: string, properties: unknown];
const eventsOf = async (name: string): Promise<Said[]> => {
  const rows = await door.database.sql<{ who: string; name: string; at: Date; properties: unknown }[]>`
    select p.external_id as who, e.name, e.timestamp as at, e.properties from events e
    join people s on s.shard = e.shard and s.id = e.person_id
    join people p on p.id = coalesce(s.merged_into, s.id)
    where p.external_id like ${`${name}%`} and e.name <> 'user.created' order by e.timestamp`;
  return rows.map(({ who, name, at, properties }) => [who, name, new Date(at).toISOString(), properties]);
};

describe.each(clients)("%s", (name, openClient) => {
  test("everything that is said arrives once, at its time, as the right person's", async () => {
    const { client, flush } = openClient();
    const said = Date.UTC(2026, 0, 5, 9);
    const at = (minute: number) => ({ timestamp: new Date(said + minute * 60_000) });
    const userId = `${name}-one`;
    client.identify({ userId, traits: { email: "one@example.com", plan: "free" }, ...at(0) });
    client.track({ userId, event: "Signed Up", properties: { plan: "pro" }, ...at(1) });
    client.page({ userId, name: "Pricing", properties: { url: "https://shop.example/pricing" }, ...at(2) });
    client.group({ userId, groupId: "acme", traits: { seats: 5 }, ...at(3) });
    client.track({ userId: `${name}-two`, event: "Looked", ...at(4) });
    client.alias({ previousId: `${name}-two`, userId: `${name}-three`, ...at(5) });
    client.track({ userId: `${name}-three`, event: "Bought", properties: { n: 1 }, ...at(6) });
    await flush();
    const account = { id: "acme", seats: 5 };
    expect(await peopleOf(name)).toEqual([
      { external_id: userId, traits: { email: "one@example.com", plan: "free", account } },
      { external_id: `${name}-three`, traits: {} },
    ]);
    const stamp = (minute: number) => new Date(said + minute * 60_000).toISOString();
    expect(await eventsOf(name)).toEqual([
      [userId, "app.Signed Up", stamp(1), { plan: "pro" }],
      [userId, "page.viewed", stamp(2), { name: "Pricing", url: "https://shop.example/pricing" }],
      [`${name}-three`, "app.Looked", stamp(4), {}],
      [`${name}-three`, "app.Bought", stamp(6), { n: 1 }],
    ]);
  });
});

test("@segment/analytics-react-native: everything that is said arrives once, as the right person's", async () => {
  const program = fileURLToPath(new URL("./clients/react-native.ts", import.meta.url));
  const before = Date.now();
  // The client prints its messages, and the packages that an app would have to install.
  await promisify(execFile)(process.execPath, [program, host, door.publishableKey]);
  expect(await peopleOf("phone")).toEqual([
    { external_id: "phone-later", traits: { email: "phone@example.com", account: { id: "acme", seats: 5 } } },
  ]);
  const events = await eventsOf("phone");
  expect(events.map(([who, name, , properties]) => [who, name, properties])).toEqual([
    ["phone-later", "app.Opened", { from: "home" }],
    ["phone-later", "app.Bought", { n: 1 }],
    ["phone-later", "app.screen_viewed", { name: "Basket", items: 2 }],
  ]);
  for (const [, , at] of events) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  }
});
