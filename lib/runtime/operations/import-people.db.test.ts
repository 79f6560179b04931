import { beforeEach, describe, expect, test } from "vitest";
import { identityShard, newId, shardOf } from "#db";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { insertIdentities } from "#store/identities";
import type { ImportedPerson } from "#store/people-import-parts";
import { clearEndedParts, countParts, insertPart } from "#store/people-import-parts";
import { ingest } from "../index.ts";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { RuntimeHarness, until } from "../testing/runtime-harness.ts";
import { runOperations } from "./index.ts";

const ROWS_A_PART = 50;

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

/** An uploaded list, in parts. */
async function upload(rows: readonly ImportedPerson[]): Promise<string> {
  const { workspaceId, database } = stage;
  const id = await queueOperation(database, { workspaceId, kind: "import_people" });
  await database.orm.transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += ROWS_A_PART) {
      const part = rows.slice(from, from + ROWS_A_PART);
      await insertPart(tx, { id, workspaceId }, from / ROWS_A_PART, { size: part.length, rows: part, refused: [] });
    }
  });
  return id;
}
const people = (count: number): ImportedPerson[] =>
  Array.from({ length: count }, (_, index) => ({ userId: `u${index}`, traits: { place: index } }));
const countsOf = async (id: string) => (await countParts(stage.database.sql, [id])).get(id);
const statusOf = (id: string, status: string) => stage.count("operations", `id = '${id}' and status = '${status}'`);
const doneParts = (id: string) => stage.count("people_import_parts", `import_id = '${id}' and done_at is not null`);

test("R15 an import whose connection ends between the rows of a part and their count stores and counts each row once", async () => {
  const { database, workspaceId, runtime } = stage;
  await ingest(database, [
    { workspaceId, userId: "u3", type: "identify" },
    { workspaceId, userId: "u590", type: "identify" },
  ]);
  const id = await upload(people(600));
  // The test holds the progress of the operation, so that it is cut in the first part's transaction.
  await database.sql`insert into operation_shards (shard, operation_id) values (${shardOf(id)}, ${id})`;
  const stuck = "from pg_stat_activity where wait_event_type = 'Lock' and query like '%update operation_shards%'";
  const cut = await database.sql.begin(async (holding) => {
    await holding`select from operation_shards where operation_id = ${id} for update`;
    const run = runOperations(runtime).catch(String);
    expect(await until(async () => (await stage.count(`(select ${stuck}) stuck`)) > 0)).toBe(true);
    await holding.unsafe(`select pg_terminate_backend(pid) ${stuck}`);
    return { run };
  });
  expect(await cut.run).toMatch(/terminat|clos/i);
  expect(await stage.count("people")).toBe(2);
  expect(await doneParts(id)).toBe(0);
  await stage.settle();
  expect(await statusOf(id, "done")).toBe(1);
  expect(await countsOf(id)).toEqual({ created: 598, updated: 2 });
  expect(await stage.count("people", "traits ? 'place'")).toBe(600);
  expect(await stage.count("people_import_parts", "rows is not null")).toBe(0);
  const [sum] = await database.sql`select sum(done)::int as done from operation_shards where operation_id = ${id}`;
  expect(sum).toEqual({ done: 600 });
});

describe("an import", () => {
  test("stops when it is cancelled, keeps what is stored, and forgets the rows that are not", async () => {
    const { runtime, database } = stage;
    const id = await upload(people(200));
    await runOperations(runtime);
    await database.sql`update operations set status = 'cancelled' where id = ${id}`;
    await stage.settle();
    await clearEndedParts(database.sql);
    expect(await doneParts(id)).toBe(1);
    expect(await countsOf(id)).toEqual({ created: ROWS_A_PART, updated: 0 });
    expect(await stage.count("people")).toBe(ROWS_A_PART);
    expect(await stage.count("people_import_parts", "rows is not null")).toBe(0);
  });

  test("unsubscribes whom a row says so of, and takes back nobody’s answer", async () => {
    await upload([{ userId: "out", unsubscribed: true }, { userId: "in", unsubscribed: false }, { userId: "silent" }]);
    await stage.settle();
    const left = await stage.database.sql`
      select p.external_id as who, s.topic, s.channel, s.state, s.source
      from subscriptions s join people p on p.shard = s.shard and p.id = s.person_id`;
    expect(left).toEqual([{ who: "out", topic: "*", channel: "*", state: "unsubscribed", source: "import" }]);
    await upload([{ userId: "out", unsubscribed: false }]);
    await stage.settle();
    expect(await stage.count("subscriptions", "state = 'unsubscribed'")).toBe(1);
    expect(await stage.count("people", "traits ? 'unsubscribed'")).toBe(0);
  });

  test("R1 sends nothing through the inbox of people of whom it says what is known, and counts them as updated", async () => {
    const { database } = stage;
    const list = [
      { userId: "same", traits: { plan: "pro", seats: 3 }, addTags: ["vip"], stage: "won" },
      { userId: "moved", traits: { plan: "pro" } },
      { userId: "twice", traits: { plan: "pro" } },
      { userId: "waits", traits: { plan: "pro" } },
    ];
    await upload(list);
    await stage.settle();
    await stage.give({ userId: "waits", type: "identify", traits: { plan: "free" } });
    const id = await upload([
      ...list.map((row) => (row.userId === "moved" ? { ...row, traits: { plan: "free" } } : row)),
      { userId: "twice", traits: { plan: "free" } },
    ]);
    await runOperations(stage.runtime);
    const waiting = await database.sql`
      select p.external_id as who, count(*)::int as signals from inbox i join people p on p.shard = i.shard and p.id = i.person_id
      group by 1 order by 1`;
    expect(waiting).toEqual([
      { who: "moved", signals: 1 },
      { who: "twice", signals: 2 },
      { who: "waits", signals: 2 },
    ]);
    await stage.settle();
    expect(await countsOf(id)).toEqual({ created: 0, updated: 5 });
    const plans = await database.sql`select external_id as who, traits ->> 'plan' as plan from people order by 1`;
    expect(plans.map(({ who, plan }) => `${who} ${plan}`)).toEqual([
      ...["moved free", "same pro", "twice free", "waits pro"],
    ]);
  });

  test("R40 does not bring back somebody who is erased while their row waits", async () => {
    const { workspaceId, database } = stage;
    const [known] = await ingest(database, [{ workspaceId, userId: "gone", anonymousId: "browser", type: "identify" }]);
    const id = await upload([{ userId: "stays" }, { userId: "gone" }, { anonymousId: "browser" }, { userId: "too" }]);
    await database.sql`update operations set next_at = 'infinity' where id = ${id}`;
    await queueOperation(database, { workspaceId, kind: "erase", input: { people: [known?.personId] } });
    await stage.settle();
    await stage.pass(10_000);
    expect(await stage.count("people")).toBe(0);
    await database.sql`update operations set next_at = null where id = ${id}`;
    await stage.settle();
    expect(await statusOf(id, "done")).toBe(1);
    expect(await countsOf(id)).toEqual({ created: 2, updated: 0 });
    expect(await stage.count("people")).toBe(2);
  });

  test("R37 waits for a request that takes the same id first, and changes that person", async () => {
    const { workspaceId, database, runtime } = stage;
    const [known] = await stage.give({ anonymousId: "browser", type: "identify" });
    const id = await upload([{ userId: "raced", traits: { from: "list" } }]);
    const running = await database.sql.begin(async (sql) => {
      const value = "raced";
      const shard = identityShard(workspaceId, "external", value);
      const personId = known?.personId ?? "";
      await insertIdentities(sql, [{ shard, workspaceId, kind: "external", value, personId }]);
      const run = runOperations(runtime);
      const isWaiting = async () =>
        (await stage.count("pg_stat_activity", "wait_event_type = 'Lock' and query like '%identities%'")) > 0;
      expect(await until(isWaiting)).toBe(true);
      return { run };
    });
    await running.run;
    await stage.settle();
    expect(await countsOf(id)).toEqual({ created: 0, updated: 1 });
    expect(await stage.count("people", "anonymous_id = 'browser' and traits->>'from' = 'list'")).toBe(1);
  });
});

describe("new people", () => {
  async function segmentOf(key: string, plan: string): Promise<string> {
    const { workspaceId, database } = stage;
    const rules = { all: [{ field: "person.traits.plan", op: "eq", value: plan }] };
    const segment = { id: newId(), workspaceId, key, name: key, kind: "rules" as const, rules, builtAt: new Date() };
    await database.orm.insert(schema.segments).values(segment);
    await raiseRevision(database);
    return segment.id;
  }
  const trigger = (triggerType: string, triggerConfig: object) => ({
    nodes: [
      {
        ...{ id: newId(), type: "TRIGGER" as const, name: "start", contentId: null, position: { x: 0, y: 0 } },
        config: { triggerType, triggerConfig },
      },
    ],
  });
  const listOf = (prefix: string): ImportedPerson[] =>
    ["pro", "vip", "free", undefined].map((plan, place) => ({
      userId: `${prefix}${place}`,
      ...(plan === undefined
        ? {}
        : {
            traits: {
              plan,
              born: "1990-05-01",
              "odd \u2028": ["é", 1, null],
              email: "É@x.org",
              name: null,
              lastName: 7,
            },
            stage: "lead",
          }),
      ...(place === 0 ? { addTags: ["b", "a, c", "b"] } : {}),
    }));
  /** All that is stored of people whose ids begin so, without what differs by nature. */
  const storedOf = async (prefix: string) => {
    const rows = await stage.database.sql`
      select right(external_id, 1) as who, traits, tags, stage, last_seen_at is not null as seen,
        (select json_agg(json_build_array(source, patch, before) order by at) from person_changes c
          where c.shard = p.shard and c.person_id = p.id) as changes,
        (select json_agg(segment_id order by segment_id) from segment_members m
          where m.shard = p.shard and m.person_id = p.id) as segments,
        (select json_build_array(substr(words, 5), s.tags) from people_search s
          where s.shard = p.shard and s.person_id = p.id) as searched,
        (select count(*)::int from date_starts d where d.shard = p.shard and d.person_id = p.id) as dates,
        (select count(*)::int from enrollments e where e.shard = p.shard and e.person_id = p.id) as enrollments
      from people p where left(external_id, 1) = ${prefix} order by external_id`;
    return [...rows];
  };

  test("R1 are stored with their row where nothing else follows from it, exactly as the inbox would leave them", async () => {
    const { database, runtime } = stage;
    await segmentOf("pros", "pro");
    const vips = await segmentOf("vips", "vip");
    await stage.publish(trigger("DATE", { trait: "born", time: "09:00" }));
    await stage.publish(trigger("SEGMENT_ENTERED", { segment: vips }));
    const quick = await upload(listOf("q"));
    await runOperations(runtime);
    expect(await doneParts(quick)).toBe(1);
    // Who enters a journey does so by the inbox; a person without a change needs none.
    expect(await stage.count("inbox")).toBe(1);
    await stage.settle();
    const slow = await upload(listOf("s"));
    // A slice that ended its process before advances nobody.
    await database.sql`
      insert into operation_shards (shard, operation_id, attempts) values (${shardOf(slow)}, ${slow}, 1)`;
    await runOperations(runtime);
    expect(await stage.count("inbox")).toBe(3);
    await stage.settle();
    const stored = await storedOf("q");
    expect(stored).toEqual(await storedOf("s"));
    expect(stored).toMatchObject([
      { tags: ["b", "a, c"], stage: "lead", segments: [expect.any(String)], dates: 1, enrollments: 0 },
      { traits: { plan: "vip" }, segments: [vips], dates: 1, enrollments: 1 },
      { traits: { plan: "free" }, segments: null, dates: 1, enrollments: 0 },
      { traits: {}, segments: null, dates: 0 },
    ]);
  });

  test("R14 wait for a configuration that is being changed, and are judged by it", async () => {
    const { database, runtime } = stage;
    await upload(listOf("n"));
    const running = await database.orm.transaction(async (tx) => {
      const { workspaceId } = stage;
      const rules = { all: [{ field: "person.traits.plan", op: "eq", value: "pro" }] };
      const segment = { id: newId(), workspaceId, key: "late", name: "late", kind: "rules" as const, rules };
      await tx.insert(schema.segments).values({ ...segment, builtAt: new Date() });
      await raiseEngineRevision(tx);
      const run = runOperations(runtime);
      const isWaiting = async () =>
        (await stage.count("pg_stat_activity", "wait_event_type = 'Lock' and query like '%for share%'")) > 0;
      expect(await until(isWaiting)).toBe(true);
      return { run };
    });
    await running.run;
    await stage.settle();
    expect(await stage.count("segment_members")).toBe(1);
  });
});
