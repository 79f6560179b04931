import { beforeEach, describe, expect, test } from "vitest";
import { draw } from "../testing/draw.ts";
import { raiseRevision } from "../testing/publish.ts";
import { DAY, HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

/** A journey that starts every year on the birthday, published at the clock's time. */
async function publish(config: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): Promise<string> {
  const triggerConfig = { trait: "birthday", time: "09:00", every: "year", ...config };
  const { journeyId } = await stage.publish(
    draw({
      nodes: [
        { name: "start", type: "TRIGGER", config: { triggerType: "DATE", triggerConfig } },
        { name: "end", type: "EXIT" },
      ],
      edges: [{ from: "start", to: "end" }],
      ...rest,
    }),
  );
  await set(journeyId, "published");
  return journeyId;
}

async function set(journeyId: string, status: string): Promise<void> {
  const { clock } = stage.runtime;
  const at = clock.kind === "virtual" ? clock.at.toISOString() : null;
  await stage.database.sql`
    update journeys set status = ${status}, published_at = ${at}::timestamptz where id = ${journeyId}`;
  await raiseRevision(stage.database);
}

const born = (userId: string, birthday: unknown, more: Record<string, unknown> = {}) =>
  stage.give({ userId, type: "identify", traits: { birthday, ...more } });

/** Who started when, in days since the start of the fixture. */
async function starts(): Promise<[string | null, number][]> {
  const rows = await stage.database.sql<{ who: string | null; at: number }[]>`
    select external_id as who, round((extract(epoch from enrolled_at) - 1772442000) / 3600)::float8 / 24 as at
    from enrollments join people on people.shard = enrollments.shard and people.id = person_id order by 2, 1`;
  return rows.map(({ who, at }) => [who, at]);
}

describe("S13 L13 R55: journeys that start on a date of the person", () => {
  test("people who were there before it was published start in their zones, and an operation makes the plan", async () => {
    await born("ada", "1990-03-05");
    await born("bob", "1990-03-05", { timezone: "America/New_York" });
    await born("eve", "soon");
    await stage.settle();
    await publish();
    await stage.settle();
    expect(await stage.count("operations", "kind = 'plan_dates' and status = 'done'")).toBe(1);
    expect(await stage.count("date_starts")).toBe(2);
    await stage.pass(30 * DAY);
    expect(await starts()).toEqual([
      ["ada", 3],
      ["bob", 3 + 5 / 24],
    ]);
    expect(await stage.count("date_starts", "due_at > '2027-01-01'")).toBe(2);
  });

  test("a version that changes nothing about the dates plans nobody again, one that changes them plans everybody", async () => {
    await born("ada", "1990-03-05");
    const journeyId = await publish();
    await stage.settle();
    await raiseRevision(stage.database);
    await stage.settle();
    expect(await stage.count("operations")).toBe(1);
    await stage.database.sql`
      update versions set document = replace(document::text, '09:00', '18:00')::jsonb,
        program = replace(program::text, '09:00', '18:00')::jsonb, id = gen_random_uuid()
      where journey_id = ${journeyId}`;
    await stage.database.sql`
      update journeys set published_version_id = (select id from versions where journey_id = ${journeyId})`;
    await stage.database.sql`
      update versions set program = jsonb_set(program::jsonb, '{versionId}', to_jsonb(id::text))`;
    await raiseRevision(stage.database);
    await stage.pass(30 * DAY);
    expect(await starts()).toEqual([["ada", 3 + 9 / 24]]);
  });

  test("the workspace's zone moves people who have none of their own", async () => {
    await born("ada", "1990-03-05");
    await born("bob", "1990-03-05", { timezone: "America/New_York" });
    await publish();
    await stage.settle();
    await stage.database.sql`update workspaces set timezone = 'Asia/Tokyo' where id = ${stage.workspaceId}`;
    await raiseRevision(stage.database);
    await stage.pass(30 * DAY);
    expect(await starts()).toEqual([
      ["ada", 3 - 9 / 24],
      ["bob", 3 + 5 / 24],
    ]);
  });

  test("unpublished it starts nobody, and published again it uses what has changed meanwhile", async () => {
    const journeyId = await publish();
    await born("ada", "1990-03-05");
    await born("bob", "1990-03-06");
    await stage.settle();
    await set(journeyId, "draft");
    await stage.settle();
    await born("bob", "1990-03-10");
    await stage.pass(5 * DAY);
    expect(await starts()).toEqual([]);
    await set(journeyId, "published");
    await stage.pass(10 * DAY);
    expect(await starts()).toEqual([["bob", 8]]);
  });

  test("an engine that was away starts what is less than three days late, and notes the rest as near misses", async () => {
    await publish();
    await born("ada", "1990-03-05");
    await born("bob", "1990-03-09");
    await stage.settle();
    const { clock } = stage.runtime;
    if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + 8 * DAY);
    await stage.settle();
    expect(await starts()).toEqual([["bob", 8]]);
    expect(await stage.count("near_misses", "reason = 'too_old'")).toBe(1);
    await stage.pass(365 * DAY);
    expect((await starts()).map(([who]) => who)).toEqual(["bob", "ada", "bob"]);
  });

  test("what was sent to the person twice starts them once", async () => {
    await publish();
    await born("ada", "1990-03-05");
    await stage.settle();
    const [planned] = await stage.database.sql<Record<string, string>[]>`
      select person_id as "personId", journey_id as "journeyId", node_id as "nodeId", basis from date_starts`;
    await stage.pass(3 * DAY + HOUR);
    const since = Date.parse("2026-03-02T09:00:00Z");
    await stage.signal(planned?.personId ?? "", "date", { ...planned, since });
    await stage.settle();
    expect(await starts()).toEqual([["ada", 3]]);
    expect(await stage.count("near_misses", "reason = 'already_was'")).toBe(1);
    expect(await stage.count("date_starts", "due_at > '2027-01-01'")).toBe(1);
  });

  test("a merged person has one birthday", async () => {
    await publish({}, { allowAnonymous: true });
    await stage.give({ anonymousId: "a", type: "identify", traits: { birthday: "1990-03-05" } });
    await stage.settle();
    await stage.give({ userId: "ada", anonymousId: "a", type: "identify", traits: { plan: "pro" } });
    await born("ada", "1990-03-05");
    await stage.settle();
    expect(await stage.count("date_starts")).toBe(1);
    await stage.pass(30 * DAY);
    expect(await starts()).toEqual([["ada", 3]]);
  });

  test("more people than a slice holds are planned, in several transactions", async () => {
    const { sql } = stage.database;
    await sql`
      insert into people (shard, id, workspace_id, external_id, traits)
      select get_byte(uuid_send(id), 15) & 63, id, ${stage.workspaceId}, id::text, '{"birthday": "1990-03-05"}'
      from (select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000001')::uuid as id
            from generate_series(1, 4500) as n) as made`;
    await publish();
    await stage.settle();
    expect(await stage.count("date_starts", "due_at = '2026-03-05T09:00Z'")).toBe(4_500);
    expect(await stage.count("operation_shards", "finished and done = 4500")).toBe(1);
  });
});
