import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Analytics as CustomerIo } from "@customerio/cdp-analytics-node";
import { Analytics as Segment } from "@segment/analytics-node";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DoorFixture, doorFixture } from "./testing.ts";

let door: DoorFixture;
let host: string;
const web = createServer((incoming, outgoing) => void door.door.nodeListener(incoming, outgoing));

beforeAll(async () => {
  door = await doorFixture();
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => web.close(resolve)));
beforeEach(async () => {
  await door.database.sql`truncate events, refused_messages`;
});

/** What the published clients have in common. */
type Client = {
  track(event: { userId: string; event: string; properties?: Record<string, unknown> }): void;
  on(event: "error", listener: (error: unknown) => void): unknown;
  closeAndFlush(): Promise<unknown>;
};

const stored = async () => {
  const rows = await door.database.sql<{ name: string; who: string }[]>`
    select e.name, p.external_id as who from events e join people p on p.shard = e.shard and p.id = e.person_id
    where e.name <> 'user.created' order by who`;
  return rows.map(({ name, who }) => `${who} ${name}`);
};
const refused = async () => {
  const rows = await door.database.sql`select reason, field, count::int from refused_messages`;
  return rows.map(({ reason, field, count }) => [reason, field, count]);
};

// Both clients wait for their last batch at most a quarter longer than the interval.
const batch = { flushAt: 15, maxEventsInBatch: 15, flushInterval: 8_000 };
const clients: [string, () => Client][] = [
  ["@segment/analytics-node", () => new Segment({ writeKey: door.secretKey, host, ...batch })],
  ["@customerio/cdp-analytics-node", () => new CustomerIo({ writeKey: door.secretKey, host, ...batch })],
];

/** Fifteen messages of fifteen people in one batch, the eighth with the given fields; returns the client's error. */
async function send(client: Client, odd: { userId?: string; event?: string; properties?: Record<string, unknown> }) {
  const errors: unknown[] = [];
  client.on("error", (error) => errors.push(error));
  for (let n = 0; n < 15; n++) {
    const message = { userId: `person-${String(n).padStart(2, "0")}`, event: "Signed Up" };
    client.track(n === 7 ? { ...message, ...odd } : message);
  }
  await client.closeAndFlush();
  return errors;
}

const others = Array.from({ length: 15 }, (_, n) => `person-${String(n).padStart(2, "0")} app.Signed Up`);

describe.each(clients)("F1: %s", (_name, open) => {
  it("sends a batch with one message that cannot be taken, and the other fourteen are stored", async () => {
    expect(await send(open(), { event: "e".repeat(256) })).toEqual([]);
    expect(await stored()).toEqual(others.filter((_, n) => n !== 7));
    expect(await refused()).toEqual([["invalid", "event", 1]]);
  });

  it("sends a name that was cut through an emoji, and all fifteen are stored", async () => {
    expect(await send(open(), { properties: { name: "Ann 😀".slice(0, 5) } })).toEqual([]);
    expect(await stored()).toEqual(others);
    expect(await refused()).toEqual([["text_mended", "properties", 1]]);
    const [row] = await door.database.sql`select properties from events where properties::text <> '{}'`;
    expect(row?.properties).toEqual({ name: "Ann \ufffd" });
  });
});
