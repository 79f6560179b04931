import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { layOutOperation, noteSlices } from "#store/operation-shards";
import { draw, line } from "../testing/draw.ts";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";
import { runOperations } from "./index.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

/** Only people on the plan `pro` are enrolled; they then wait. */
const document = () =>
  draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
      { name: "wait", type: "WAIT", config: { duration: "1d" } },
    ],
    edges: [{ from: "start", to: "wait" }],
    settings: { entryConditions: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } } },
  });

async function people(...ids: string[]): Promise<string[]> {
  const items = ids.map((userId) => ({ userId, type: "identify" as const, traits: { plan: "pro" } }));
  const results = await stage.give(...items);
  await stage.settle();
  return results.map((result) => result.personId ?? "");
}

async function enroll(personIds: string[]): Promise<string> {
  const { journeyId } = await stage.publish(document());
  const { workspaceId, database } = stage;
  // A manual enrollment skips the entry conditions; an audience has to meet them.
  const input = { personIds, origin: "audience" };
  return await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input });
}

/** Moves the clock without processing anything. */
const later = (ms: number) => {
  const { clock } = stage.runtime;
  if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + ms);
};

/** Runs every round of the operation, but no batch. */
const work = async () => {
  while ((await runOperations(stage.runtime)) > 0);
};

describe("an audience that is enrolled", () => {
  test("is enrolled by the slices themselves: nothing passes through the inbox", async () => {
    const ids = await people("ada", "ben", "cleo");
    await enroll(ids);
    await work();
    expect(await stage.count("inbox")).toBe(0);
    expect(await stage.count("positions")).toBe(3);
    expect(await stage.count("history", "signal_kind = 'enroll' and json_array_length(hops) = 2")).toBe(3);
  });

  test("R1 a person with unread signals is enrolled after them: an unread change decides", async () => {
    const ids = await people("ada", "ben");
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "free" } });
    later(1_000);
    await enroll(ids);
    await work();
    expect(await stage.count("inbox", "kind = 'enroll'")).toBe(1);
    await stage.settle();
    expect(await stage.count("positions")).toBe(1);
    expect(await stage.count("near_misses", "reason = 'entry_conditions'")).toBe(1);
  });

  test("R17 a slice that a process died in goes through the inbox, where a culprit is processed alone", async () => {
    const ids = await people("ada", "ben");
    const id = await enroll(ids);
    await layOutOperation(stage.database.sql, id);
    await noteSlices(stage.database.sql, id, [...Array(64).keys()]);
    await work();
    expect(await stage.count("inbox", "kind = 'enroll'")).toBe(2);
    expect(await stage.count("operation_shards", `operation_id = '${id}' and attempts > 0`)).toBe(0);
    await stage.settle();
    expect(await stage.count("positions")).toBe(2);
  });

  test("R17 rows that the database refuses fail their own enrollment, and the rest of the slice is enrolled", async () => {
    const ids = await people("ada", "ben", "cleo");
    const [refused] = ids;
    await stage.database.sql.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
      create trigger refuse before insert on positions for each row when (new.person_id = '${refused}')
        execute function refuse()`);
    await enroll(ids);
    await work();
    await stage.settle();
    expect(await stage.count("positions")).toBe(2);
    expect(await stage.count("inbox")).toBe(0);
    expect(await stage.count("operations", "status = 'done'")).toBe(1);
  });

  test("R19 a timer that was due before fires first", async () => {
    await stage.publish(
      line("in", [
        { name: "short", type: "WAIT", config: { duration: "1h" } },
        { name: "end", type: "EXIT" },
      ]),
    );
    const [{ personId } = { personId: "" }] = await stage.track("ada", "in", { traits: { plan: "pro" } });
    await stage.settle();
    later(2 * HOUR);
    await stage.give({ userId: "ben", type: "identify", traits: { plan: "pro" } });
    await enroll([personId ?? newId()]);
    await work();
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(1);
  });
});

describe("people with a uniform entry", () => {
  const open = (settings: Record<string, unknown> = {}) =>
    draw({
      nodes: [
        { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
        {
          name: "wait",
          type: "WAIT",
          config: { duration: "3d", window: { days: ["mon"], from: "09:00", to: "17:00" } },
        },
      ],
      edges: [
        { from: "start", to: "wait" },
        { from: "wait", to: "start", trigger: { type: "timer", delay: "9d" } },
      ],
      settings: { maxDuration: "30d", timezone: "Europe/Lisbon", ...settings },
      goalConfig: { type: "event", config: { eventName: "bought" }, deadline: 5 },
    });
  // A person with a time zone of their own is advanced one by one, even if it equals the journey's.
  const zoned = { timezone: "Europe/Lisbon" };

  async function enrollTwenty(settings: Record<string, unknown> = {}, input: Record<string, unknown> = {}) {
    const items = Array.from({ length: 20 }, (_, index) => ({
      userId: `p${index}`,
      type: "identify" as const,
      traits: index % 2 ? zoned : {},
    }));
    const results = await stage.give(...items);
    await stage.settle();
    later(1_000);
    const { journeyId } = await stage.publish(open(settings));
    const { workspaceId, database } = stage;
    const personIds = results.map((result) => result.personId ?? "");
    const all = { personIds, properties: { coupon: "x" }, ...input };
    await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input: all });
    await work();
    return { journeyId, personIds };
  }

  async function enrollEverybody(journeyId: string) {
    const { workspaceId, database } = stage;
    const segmentId = newId();
    await database.sql`
      insert into segments (id, workspace_id, key, name, kind, built_at) values (${segmentId}, ${workspaceId}, 'all', 'All', 'static', now())`;
    await database.sql`insert into segment_members (shard, segment_id, person_id) select shard, ${segmentId}, id from people`;
    await raiseRevision(database);
    const input = { segmentId, origin: "audience" };
    await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input });
    await work();
  }

  /** How many people have which rows; ids and people are left out. */
  const kindsOfRows = () => stage.database.sql<{ plan: string | null; people: number; hops: number }[]>`
      select plan, max(json_array_length(hops)) as hops, count(*)::int as people from (
        select people.traits ->> 'plan' as plan, to_jsonb(e) - '{shard,id,person_id}'::text[] as enrollment, p.node_id, p.wake_at, p.seq, p.state, p.enrolled_at = e.enrolled_at as same, h.at, h.signal_kind, h.hops, h.committed_at,
          h.version_id = e.version_id as right_version, h.signal_id is not null as signalled,
          e.shard = people.shard and p.shard = e.shard and h.shard = e.shard as right_shard,
          get_byte(uuid_send(e.id), 15) & 63 = e.shard as id_leads_there
        from enrollments e
        join positions p on p.enrollment_id = e.id and p.person_id = e.person_id
        join history h on h.enrollment_id = e.id and h.person_id = e.person_id
        join people on people.id = e.person_id
      ) as row group by plan, to_jsonb(row)::text order by plan`;

  test("get exactly the rows that advancing them one by one would write", async () => {
    await enrollTwenty();
    const { sql } = stage.database;
    expect((await kindsOfRows()).map(({ people }) => people)).toEqual([20]);
    const [counted] = await sql`
      select (select sum(entered)::int from node_counts) as entered, (select sum(enrolled)::int from journey_counts) as enrolled`;
    const [{ nodes } = { nodes: 0 }] = await sql<{ nodes: number }[]>`
      select count(distinct element_id)::int as nodes from node_counts where entered > 0`;
    expect(counted).toEqual({ entered: 20 * nodes, enrolled: 20 });
  });

  test("are enrolled together if they have the traits that the entry asks for, with the rows of one by one", async () => {
    const plans = [{ plan: "pro" }, { plan: "free" }, {}, { plan: null }, { plan: "banned" }];
    const items = plans.flatMap((traits, plan) =>
      Array.from({ length: 6 }, (_, index) => ({
        userId: `p${plan}-${index}`,
        type: "identify" as const,
        traits: { ...traits, ...(index % 2 ? zoned : {}) },
      })),
    );
    const results = await stage.give(...items);
    await stage.settle();
    later(1_000);
    const wait = (name: string, duration: string) => ({ name, type: "WAIT", config: { duration } });
    const isPlan = (value: string, op = "eq") => ({ rules: { all: [{ field: "traits.plan", op, value }] } });
    const { journeyId } = await stage.publish(
      draw({
        nodes: [
          { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
          { name: "check", type: "CONDITION", config: isPlan("pro") },
          wait("long", "3d"),
          wait("longer", "5d"),
        ],
        edges: [
          { from: "start", to: "check" },
          { from: "check", to: "long", branch: "TRUE" },
          { from: "check", to: "longer", branch: "FALSE" },
        ],
        settings: { timezone: "Europe/Lisbon", entryConditions: isPlan("banned", "ne") },
      }),
    );
    const { workspaceId, database } = stage;
    const personIds = results.map((result) => result.personId ?? "");
    const input = { personIds, origin: "audience" };
    await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input });
    await work();
    expect(await kindsOfRows()).toEqual([
      { plan: "free", people: 6, hops: 3 },
      { plan: "pro", people: 6, hops: 3 },
      { plan: null, people: 12, hops: 3 },
    ]);
    const [counted] = await database.sql`
      select (select sum(count)::int from near_misses where reason = 'entry_conditions') as refused,
        (select sum(enrolled)::int from journey_counts) as enrolled,
        (select array_agg(people order by people) from (
          select sum(entered)::int as people from node_counts group by element_id having sum(entered) > 0) nodes) as entered`;
    expect(counted).toEqual({ refused: 6, enrolled: 24, entered: [6, 18, 24, 24] });
  });

  test("are enrolled once, however often the operation runs; for people enrolled before the re-entry rule decides", async () => {
    const { journeyId, personIds } = await enrollTwenty();
    const { workspaceId, database } = stage;
    await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input: { personIds } });
    await work();
    expect(await stage.count("enrollments")).toBe(20);
    const [missed] = await database.sql`select sum(count)::int as count from near_misses where reason = 'already_in'`;
    expect(missed).toEqual({ count: 20 });
  });

  test("R39 a merged person is enrolled as the survivor", async () => {
    const results = await stage.give(...["old", "new"].map((userId) => ({ userId, type: "identify" as const })));
    await stage.settle();
    later(1_000);
    const [from, into] = results.map((result) => result.personId ?? "");
    const { workspaceId, database } = stage;
    await database.sql`update people set merged_into = ${into ?? null} where id = ${from ?? null}`;
    const { journeyId } = await stage.publish(open());
    const input = { personIds: [from] };
    await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input });
    await work();
    await stage.settle();
    expect(await stage.count("enrollments", `person_id = '${into}'`)).toBe(1);
    expect(await stage.count("enrollments")).toBe(1);
  });

  test("R28 where each membership is an enrollment of its own they are told apart by it", async () => {
    const { journeyId } = await enrollTwenty({ reEntry: "every" });
    await enrollEverybody(journeyId);
    expect(await stage.count("enrollments", "instance_key like 'member since %'")).toBe(20);
  });

  test("are all enrolled where a shard holds several slices of them, also with people advanced one by one among them", async () => {
    const { workspaceId, database } = stage;
    const ids = Array.from({ length: 1_100 }, () => newId(9));
    const traits = ids.map((_, index) => (index % 100 === 0 ? JSON.stringify(zoned) : "{}"));
    await database.sql`
      insert into people (shard, id, workspace_id, external_id, traits)
      select 9, id, ${workspaceId}, id::text, traits::jsonb from unnest(${ids}::uuid[], ${traits}::text[]) as one (id, traits)`;
    const { journeyId } = await stage.publish(open());
    await enrollEverybody(journeyId);
    const [entered] =
      await database.sql`select count(distinct person_id)::int as people, count(*)::int as enrollments from positions`;
    expect({ ...entered, mail: await stage.count("inbox") }).toEqual({ people: 1_100, enrollments: 1_100, mail: 0 });
  });
});
