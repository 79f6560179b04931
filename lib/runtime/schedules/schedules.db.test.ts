import { beforeEach, describe, expect, test } from "vitest";
import { newId, shardOf } from "#db";
import { schema } from "#store";
import { createRuntime } from "../index.ts";
import { draw } from "../testing/draw.ts";
import { raiseRevision } from "../testing/publish.ts";
import { DAY, HOUR, MINUTE, RuntimeHarness } from "../testing/runtime-harness.ts";
import { runSchedules } from "./index.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  for (const userId of ["ada", "bob", "eve"]) await stage.give({ userId, type: "identify", traits: { plan: userId } });
  await stage.settle();
});

const start = () => (stage.runtime.clock.kind === "virtual" ? stage.runtime.clock.at.getTime() : 0);
const runs = () => stage.count("operations", "kind = 'enroll'");
const completed = () => stage.count("enrollments", "status = 'completed'");

/** A journey that starts on a schedule and is published at the clock's time. */
async function publish(triggerConfig: Record<string, unknown>, rest: { audienceId?: string } = {}): Promise<string> {
  const { journeyId } = await stage.publish(
    draw({
      nodes: [
        { name: "start", type: "TRIGGER", config: { triggerType: "SCHEDULE", triggerConfig } },
        { name: "end", type: "EXIT" },
      ],
      edges: [{ from: "start", to: "end" }],
      settings: { reEntry: "every" },
      ...rest,
    }),
  );
  await stage.database.sql`
    update journeys set published_at = ${new Date(start()).toISOString()} where id = ${journeyId}`;
  return journeyId;
}

describe("a journey on a schedule", () => {
  test("R45 enrolls everybody at each time of the expression, in the workspace's zone unless it has its own", async () => {
    await stage.database.sql`update workspaces set timezone = 'America/New_York' where id = ${stage.workspaceId}`;
    await publish({ cron: "0 6 * * *" });
    await publish({ cron: "0 6 * * *", timezone: "Europe/Berlin" });
    await stage.pass(DAY);
    const rows = await stage.database.sql<{ at: Date }[]>`
      select (input -> 'properties' ->> 'scheduledFor')::timestamptz as at from operations order by 1`;
    expect(rows.map(({ at }) => new Date(at).toISOString())).toEqual([
      "2026-03-02T11:00:00.000Z",
      "2026-03-03T05:00:00.000Z",
    ]);
    expect(await completed()).toBe(6);
  });

  test("R45 enrolls only the audience where it has one, and once at a date", async () => {
    const segmentId = newId();
    const { workspaceId } = stage;
    await stage.database.orm
      .insert(schema.segments)
      .values({ id: segmentId, workspaceId, key: "vip", name: "VIP", kind: "static" });
    const [ada] = await stage.give({ userId: "ada", type: "identify" });
    const personId = ada?.personId ?? "";
    await stage.database.orm.insert(schema.segmentMembers).values({ shard: shardOf(personId), segmentId, personId });
    await publish({ at: "2026-03-02T12:00:00Z" }, { audienceId: segmentId });
    await stage.pass(2 * DAY);
    expect(await completed()).toBe(1);
    expect(await runs()).toBe(1);
    expect(await stage.count("schedules", "next_at is null and last_at is not null")).toBe(1);
  });

  test("R45 several engines start each run once", async () => {
    await publish({ cron: "*/10 * * * *" });
    const { database, runtime } = stage;
    const engines = Array.from({ length: 6 }, () =>
      createRuntime(database, { clock: runtime.clock, report: () => {} }),
    );
    for (const engine of engines) await runSchedules(engine);
    if (runtime.clock.kind === "virtual") runtime.clock.at = new Date(start() + 11 * MINUTE);
    await Promise.all(engines.map((engine) => runSchedules(engine)));
    expect(await runs()).toBe(1);
    await stage.settle();
    expect(await completed()).toBe(3);
  });

  test("R45 of the runs missed while no engine ran only the latest is started, and the rest are reported", async () => {
    const journeyId = await publish({ cron: "0 * * * *" });
    await stage.settle();
    const { clock } = stage.runtime;
    if (clock.kind === "virtual") clock.at = new Date(start() + 5 * HOUR + 30 * MINUTE);
    await stage.settle();
    expect(await runs()).toBe(1);
    expect(
      await stage.count("operations", "input -> 'properties' ->> 'scheduledFor' = '2026-03-02T14:00:00.000Z'"),
    ).toBe(1);
    expect(await stage.count("alerts", `code = 'schedule_missed' and journey_id = '${journeyId}' and count = 4`)).toBe(
      1,
    );
  });

  test("R45 a run more than an hour late is reported and not started", async () => {
    await publish({ at: "2026-03-02T12:00:00Z" });
    await stage.settle();
    const { clock } = stage.runtime;
    if (clock.kind === "virtual") clock.at = new Date("2026-03-02T13:00:01Z");
    await stage.settle();
    expect(await runs()).toBe(0);
    expect(await stage.count("alerts", "code = 'schedule_missed' and text like '%None was started later%'")).toBe(1);
  });

  test("a schedule that stays keeps its next time over a new version; a paused journey starts nothing", async () => {
    const journeyId = await publish({ cron: "0 12 * * *" });
    await stage.settle();
    const place = () => stage.database.sql`select next_at from schedules`;
    const before = await place();
    await raiseRevision(stage.database);
    await stage.settle();
    expect(await place()).toEqual(before);
    await stage.database.sql`update journeys set status = 'paused', pause_mode = 'drain' where id = ${journeyId}`;
    await raiseRevision(stage.database);
    await stage.pass(DAY);
    expect(await runs()).toBe(0);
    expect(await place()).toEqual([]);
  });

  test("L2: a schedule frozen in a zone that no clock knows is set aside with an alert, and the others continue", async () => {
    const bad = await publish({ cron: "0 9 * * *", timezone: "PST" });
    const good = await publish({ cron: "0 12 * * *" });
    await stage.pass(DAY);
    expect(await stage.count("operations", `journey_id = '${good}'`)).toBe(1);
    expect(await stage.count("operations", `journey_id = '${bad}'`)).toBe(0);
    expect(await stage.count("schedules", `journey_id = '${bad}' and next_at is null`)).toBe(1);
    expect(
      await stage.count("alerts", `code = 'schedule_failed' and journey_id = '${bad}' and text like '%“PST”%'`),
    ).toBe(1);
  });

  test("R53 neither does a schedule stop the others that became uncomputable while it stood in the table", async () => {
    const bad = await publish({ cron: "0 11 * * *" });
    const good = await publish({ cron: "0 12 * * *" });
    await stage.settle();
    await stage.database.sql`
      update schedules set config = config || '{"timezone": "JST"}' where journey_id = ${bad}`;
    await stage.pass(DAY);
    expect(await stage.count("operations", `journey_id = '${good}'`)).toBe(1);
    expect(await stage.count("alerts", `code = 'schedule_failed' and journey_id = '${bad}'`)).toBe(1);
  });

  test("R53 neither does one whose run the database refuses", async () => {
    const bad = await publish({ cron: "0 11 * * *" });
    const good = await publish({ cron: "0 12 * * *" });
    await stage.settle();
    await stage.database.sql.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin
        if new.journey_id = '${bad}' then raise exception using errcode = '22P02', message = 'refused'; end if;
        return new; end $$;
      create trigger refuse before insert on operations for each row execute function refuse()`);
    await stage.pass(DAY);
    expect(await stage.count("operations", `journey_id = '${good}'`)).toBe(1);
    expect(await stage.count("alerts", `code = 'schedule_failed' and journey_id = '${bad}'`)).toBe(1);
  });

  test("R53 what was set aside continues by itself once it can be computed", async () => {
    const journeyId = await publish({ cron: "0 12 * * *", timezone: "Etc/UTC" });
    await stage.settle();
    await stage.database.sql`update schedules set next_at = null where journey_id = ${journeyId}`;
    await raiseRevision(stage.database);
    await stage.pass(DAY);
    expect(await stage.count("operations", `journey_id = '${journeyId}'`)).toBe(1);
  });
});
