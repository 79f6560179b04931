import { beforeEach, describe, expect, test, vi } from "vitest";
import { newId, shardOf } from "#db";
import { schema, TABLES } from "#store";
import { createRuntime, drain, ingest } from "./index.ts";
import { line } from "./testing/draw.ts";
import { DAY, RuntimeHarness } from "./testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const check = {
  name: "check",
  type: "CONDITION",
  config: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } },
};
const wait = { name: "wait", type: "WAIT", config: { duration: "1d" } };
const end = { name: "end", type: "EXIT" };

/** Twenty people on the wait of a journey with a mail, a tag and a wait. */
async function fill(): Promise<void> {
  const steps = [
    { name: "hello", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
    { name: "tag", type: "ACTION", config: { operations: [{ type: "tag_user", tagName: "met" }] } },
    wait,
    end,
  ];
  await stage.publish(line("in", steps));
  for (let person = 0; person < 20; person++) await stage.track(`p${person}`, "in", { traits: { plan: "pro" } });
  await stage.settle();
}

describe("where rows go", () => {
  test("R2 the shard of an id is the same in SQL as here, and a new id can be made for any", async () => {
    const ids = Array.from({ length: 640 }, (_, index) => newId(index % 64));
    const rows = await stage.database.sql<{ shard: number }[]>`
      select get_byte(uuid_send(id::uuid), 15) & 63 as shard from unnest(${ids}::text[]) with ordinality as t (id, place)
      order by place`;
    expect(rows.map(({ shard }) => shard)).toEqual(ids.map((_, index) => index % 64));
    expect(ids.map(shardOf)).toEqual(rows.map(({ shard }) => shard));
  });

  test("R2 everything about a person is in the person's shard", async () => {
    await fill();
    const withPeople = await stage.database.sql<{ name: string }[]>`
      select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
      join pg_attribute s on s.attrelid = c.oid and s.attname = 'shard'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'identities'`;
    expect(withPeople.length).toBeGreaterThan(5);
    for (const { name } of withPeople)
      expect([name, await stage.count(name, "shard <> get_byte(uuid_send(person_id), 15) & 63")]).toEqual([name, 0]);
    expect(await stage.count("people", "shard <> get_byte(uuid_send(id), 15) & 63")).toBe(0);
    expect(await stage.count("people")).toBe(20);
  });

  test("R4 ingesting and advancing people writes to no table without a shard", async () => {
    await fill();
    const foreign = Object.entries(TABLES)
      .filter(([, { place }]) => place === "local")
      .map(([name]) => name);
    const [{ before } = { before: "" }] = await stage.database.sql<
      { before: string }[]
    >`select pg_current_xact_id()::text as before`;
    await stage.track("p1", "in", { traits: { plan: "free" } });
    await stage.pass(2 * DAY);
    const written: string[] = [];
    for (const name of foreign)
      if ((await stage.count(name, `xmin::text::bigint > ${before} or xmax::text::bigint > ${before}`)) > 0)
        written.push(name);
    expect(foreign).toContain("journeys");
    expect(written).toEqual([]);
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(20);
  });
});

test("R3 what is received, advanced and written has the database's time, whatever this machine thinks it is", async () => {
  await stage.publish(line("in", [wait, end]));
  const { database, workspaceId } = stage;
  vi.useFakeTimers({ now: new Date("2001-01-01"), toFake: ["Date"] });
  try {
    await ingest(database, [{ workspaceId, userId: "ada", type: "track", event: "in" }]);
    const near = (column: string) => `abs(extract(epoch from ${column} - clock_timestamp())) < 60`;
    expect(await stage.count("events", `name = 'app.in' and ${near("received_at")}`)).toBe(1);
    expect(await stage.count("inbox", near("received_at"))).toBe(1);
    await drain(createRuntime(database));
    expect(await stage.count("enrollments", near("enrolled_at"))).toBe(1);
    expect(await stage.count("history", `${near("at")} and ${near("committed_at")}`)).toBe(1);
    expect(await stage.count("positions", near("wake_at - interval '1 day'"))).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

describe("an enrollment's rows", () => {
  test("R6 the enrollment is written at entry and at the end, what moves in between is the position, gone at the end", async () => {
    const steps = [wait, { ...wait, name: "again" }, { ...wait, name: "third" }, end];
    await stage.publish(line("in", steps));
    await stage.track("ada", "in");
    await stage.settle();
    const versionsOfRow = async () => {
      const rows = await stage.database.sql<{ of: string }[]>`
        select 'enrollment ' || xmin as of from enrollments union all select 'position ' || xmin from positions order by 1`;
      return rows.map((row) => row.of);
    };
    const [entered, first] = await versionsOfRow();
    await stage.pass(2.5 * DAY);
    const [untouched, later] = await versionsOfRow();
    expect([untouched, later === first]).toEqual([entered, false]);
    await stage.pass(DAY);
    expect(await stage.count("positions")).toBe(0);
    expect(await stage.count("enrollments", "status = 'completed' and ended_at is not null")).toBe(1);
  });

  test("R6 two running enrollments of one person in one journey cannot be stored by any statement", async () => {
    await stage.publish(line("in", [wait, end]));
    await stage.track("ada", "in");
    await stage.settle();
    const [enrollment] = await stage.database.orm.select().from(schema.positions);
    if (!enrollment) throw new Error("Nobody entered.");
    const second = { ...enrollment, enrollmentId: newId(enrollment.shard) };
    await expect(stage.database.orm.insert(schema.positions).values(second)).rejects.toMatchObject({
      cause: { code: "23505" },
    });
  });

  test("R7 a signal is one row of history, however far it takes the person; receipts hold what was seen, not the rule", async () => {
    await stage.publish(line("in", [check, { ...check, name: "same" }, wait, end]));
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.track("ada", "in");
    await stage.settle();
    const rows = await stage.database.orm.select().from(schema.history);
    expect(rows.map((row) => row.hops.length)).toEqual([4]);
    const text = JSON.stringify(rows[0]?.hops);
    expect(text).toContain("pro");
    expect(text).not.toContain('"op"');
  });
});
