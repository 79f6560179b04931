import { beforeAll, describe, expect, test } from "vitest";
import { line } from "../testing/draw.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";
import { type IngestItem, ingest } from "./index.ts";

type Item = Omit<IngestItem, "workspaceId">;

const MANY = 240;

/** Items of every kind that differ, of people with this prefix; every fourth event is one that a journey waits for. */
const manyItems = (who: string): Item[] => Array.from({ length: MANY }, (_, index) => itemOf(who, index));

function itemOf(who: string, index: number): Item {
  const userId = `${who}${index % 60}`;
  const messageId = `${who}-${index}`;
  const timestamp = new Date(Date.UTC(1999, 11, 31, 23, 59, 59, index));
  if (index % 10 === 9)
    return { userId, type: "identify", messageId, timestamp, traits: { plan: "ü\n\\", seat: index } };
  return {
    userId,
    type: "track",
    event: index % 4 === 0 ? "listened_to" : `ignored "${index % 3}"`,
    timestamp,
    properties: { text: 'a "b"\n\t🦆', list: [index, null, { deep: true }] },
    ...(index % 2 === 0 ? { siteId: "01890a5d-ac96-774b-8cce-b302099a8057" } : { anonymousId: `${userId}-device` }),
    ...(index % 3 === 0 ? { context: { page: { url: `https://x.example/${index}` } } } : { messageId }),
    ...(index % 5 === 0 ? { imported: true } : {}),
  };
}

let stage: RuntimeHarness;
beforeAll(async () => {
  stage = await RuntimeHarness.open();
  await stage.publish(line("listened_to", [{ name: "x", type: "EXIT" }]));
});

/** What is stored of these people, without ids and receipts, in the order of its receipt. */
async function stored(who: string) {
  const { sql } = stage.database;
  const own = `${who}%`;
  const events = await sql`
    select people.external_id as "who", events.shard = people.shard as "at home", name, properties, context, site_id, timestamp, message_id, imported
    from events join people on people.id = person_id where external_id like ${own} order by events.received_at, events.id`;
  const signals = await sql`
    select external_id as "who", kind, payload #- '{event,id}' #- '{event,receivedAt}' as payload, inbox.shard = people.shard as "at home"
    from (select shard, person_id, kind, received_at, id, payload::jsonb as payload from inbox) as inbox
    join people on people.id = person_id where external_id like ${own} order by inbox.received_at, inbox.id`;
  const text = JSON.stringify({ events, signals });
  return JSON.parse(text.replaceAll(who, "")) as { events: object[]; signals: object[] };
}

describe("many items at once", () => {
  test("leave the same rows as the same items in small batches", async () => {
    await stage.give(...manyItems("whole"));
    for (const items of Map.groupBy(manyItems("parts"), (_, index) => Math.floor(index / 40)).values())
      await stage.give(...items);
    const whole = await stored("whole");
    expect(whole.events).toHaveLength(60 + 216);
    expect(whole.signals.length).toBeLessThan(200);
    expect(whole).toEqual(await stored("parts"));
  });

  test("R37 are repeats where the message was stored before, in the batch or within the days of the memory", async () => {
    const items = manyItems("again").map((item, index): Item => ({ ...item, messageId: `again-${index % 200}` }));
    const statuses = async () => (await stage.give(...items)).map(({ status }) => status);
    const first = await statuses();
    expect(first.slice(0, 200)).toEqual(Array(200).fill("accepted"));
    expect(first.slice(200)).toEqual(Array(40).fill("duplicate"));
    await stage.give({ userId: "again0", type: "track", event: "small", messageId: "again-new" });
    items[7] = { userId: "again0", type: "track", event: "large", messageId: "again-new" };
    await stage.pass(2 * DAY);
    expect(new Set(await statuses())).toEqual(new Set(["duplicate"]));
    await stage.pass(DAY);
    expect((await statuses()).slice(0, 200)).toEqual(Array(200).fill("accepted"));
  });

  test("R37 sent by several doors at the same time are stored once", async () => {
    const items = manyItems("raced").map((item, index) => ({
      ...item,
      workspaceId: stage.workspaceId,
      messageId: `raced-${index}`,
    }));
    const answers = await Promise.all(Array.from({ length: 4 }, () => ingest(stage.database, items)));
    const accepted = answers.flat().filter(({ status }) => status === "accepted");
    expect(accepted).toHaveLength(MANY);
    expect((await stored("raced")).events).toHaveLength(60 + 216);
  });
});
