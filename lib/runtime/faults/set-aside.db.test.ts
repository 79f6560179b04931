import { beforeEach, describe, expect, test } from "vitest";
import { testWorkspace } from "#store/testing";
import { openWatch, watchAlerts } from "../alerts/index.ts";
import { reweighSplits } from "../allocations/reweigh-splits.ts";
import { ingest, rollUpCounts } from "../index.ts";
import { eachOrSetAside } from "../set-aside.ts";
import { draw, line } from "../testing/draw.ts";
import { publish, queueOperation, raiseRevision } from "../testing/publish.ts";
import { RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
let elsewhere: { workspaceId: string; siteId: string };
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  elsewhere = await testWorkspace(stage.database);
});

const end = { name: "end", type: "EXIT" };
const alerts = (where: string) => stage.count("alerts", `code = 'set_aside' and ${where}`);

/** The database refuses rows of one table for which a condition holds. */
const refuse = (table: string, event: "insert" | "update", condition: string) =>
  stage.database.sql.unsafe(`
    create function refuse() returns trigger language plpgsql as $$ begin
      if ${condition} then raise exception using errcode = '22P02', message = 'refused'; end if;
      return new; end $$;
    create trigger refuse before ${event} on ${table} for each row execute function refuse()`);

describe("R53 one row that cannot be processed stops nothing else", () => {
  test.each([
    ["is no program", "'{}'"],
    ["has settings that cannot be read", `jsonb_set(program::jsonb, '{settings,entryConditions}', '{"segments": 7}')`],
    ["has a goal of an unknown kind", `jsonb_set(program::jsonb, '{goal}', '{"type": "nope"}')`],
    ["has no list of what it needs", "program::jsonb - 'needs'"],
  ])(
    "a version that %s: other journeys, also of the same workspace, go on, and an alert names it",
    async (_what, broken) => {
      const bad = await stage.publish(line("hello", [end]));
      const good = await stage.publish(line("hello", [end]));
      const other = await publish(stage.database, elsewhere, line("hello", [end]));
      await stage.database.sql.unsafe(`update versions set program = ${broken} where id = '${bad.versionId}'`);
      await raiseRevision(stage.database);
      await stage.track("ada", "hello");
      const bob = { ...elsewhere, userId: "bob", type: "track" as const, event: "hello" };
      await ingest(stage.database, [bob], { clock: stage.runtime.clock });
      await stage.settle();
      expect(await stage.count("enrollments", `journey_id = '${good.journeyId}' and status = 'completed'`)).toBe(1);
      expect(await stage.count("enrollments", `journey_id = '${bad.journeyId}'`)).toBe(0);
      expect(await stage.count("enrollments", `journey_id = '${other.journeyId}' and status = 'completed'`)).toBe(1);
      await watchAlerts(stage.runtime, openWatch());
      expect(await alerts(`workspace_id = '${stage.workspaceId}' and text like 'A version cannot be run%'`)).toBe(1);
    },
  );

  test.each([
    ["the journey enters another one", "published_version_id = null, status = 'draft'", 0],
    ["it is entered as before", "updated_at = now()", 1],
  ])("a version is told of as long as it is in use: when %s", async (_what, change, told) => {
    const bad = await stage.publish(line("hello", [end]));
    await stage.database.sql`update versions set program = '{}' where id = ${bad.versionId}`;
    await raiseRevision(stage.database);
    await watchAlerts(stage.runtime, openWatch());
    expect(await alerts("text like 'A version cannot be run%'")).toBe(1);
    await stage.database.sql.unsafe(`delete from alerts; update journeys set ${change} where id = '${bad.journeyId}'`);
    await raiseRevision(stage.database);
    await watchAlerts(stage.runtime, openWatch());
    expect(await alerts("text like 'A version cannot be run%'")).toBe(told);
    expect(stage.runtime.configuration.current.faulty.size).toBe(told);
  });

  test("a version that people stand on: they stay, and everything else goes on", async () => {
    const wait = { name: "wait", type: "WAIT_FOR_EVENT", config: { eventName: "on" } };
    const bad = await stage.publish(line("hello", [wait, end]));
    const good = await stage.publish(line("hello", [wait, end]));
    await stage.track("ada", "hello");
    await stage.settle();
    await stage.database.sql`update versions set program = '{}' where id = ${bad.versionId}`;
    await stage.database
      .sql`update journeys set status = 'draft', published_version_id = null where id = ${bad.journeyId}`;
    await raiseRevision(stage.database);
    stage.runtime.configuration.current = {
      ...stage.runtime.configuration.current,
      revision: -1,
      snapshots: new Map(),
      programs: new Map(),
    };
    await stage.track("ada", "on");
    await stage.settle();
    expect(await stage.count("enrollments", `journey_id = '${good.journeyId}' and status = 'completed'`)).toBe(1);
    expect(await stage.count("enrollments", `journey_id = '${bad.journeyId}' and status = 'active'`)).toBe(1);
  });

  test("an operation that throws fails, and those of other journeys are done", async () => {
    const bad = await stage.publish(line("hello", [end]));
    const good = await stage.publish(line("hello", [end]));
    await stage.give({ userId: "ada", type: "identify" });
    await stage.track("ada", "hello");
    await stage.settle();
    await stage.database.sql`
      update versions set program = jsonb_set(program::jsonb, '{goal}', '{"type": "nope"}') where id = ${bad.versionId}`;
    const { workspaceId } = stage;
    await queueOperation(stage.database, {
      workspaceId,
      journeyId: bad.journeyId,
      kind: "recount",
      input: { versionId: bad.versionId },
    });
    await queueOperation(stage.database, {
      workspaceId,
      journeyId: good.journeyId,
      kind: "enroll",
      input: { origin: "manual", everyone: true },
    });
    await stage.settle();
    const statusOf = (kind: string, status: string) =>
      stage.count("operations", `kind = '${kind}' and status = '${status}'`);
    expect([await statusOf("recount", "failed"), await statusOf("enroll", "done")]).toEqual([1, 1]);
  });

  test("a merge that is refused leaves two people, and what came after it is processed", async () => {
    await stage.publish(line("hello", [end]));
    const [gone] = await stage.give({ userId: "old", type: "identify" });
    await stage.give({ userId: "new", type: "identify" });
    await stage.settle();
    await refuse("people", "update", `new.merged_into is not null and new.id = '${gone?.personId}'`);
    await stage.give({ userId: "new", previousId: "old", type: "alias" });
    await stage.track("new", "hello");
    await stage.track("eve", "hello");
    await stage.settle();
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(2);
    expect(await stage.count("inbox")).toBe(0);
    expect(
      await alerts(`workspace_id = '${stage.workspaceId}' and text like '%the merge of the people ${gone?.personId}%'`),
    ).toBe(1);
  });

  test("counters of a shard that cannot be added up: those of the others are", async () => {
    const { sql } = stage.database;
    const { journeyId, versionId } = await stage.publish(line("hello", [end]));
    const count = (shard: number, entered: number) => sql`
      insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed, stopped, failed)
      values (${shard}, gen_random_uuid(), ${journeyId}, ${versionId}, ${entered}, 0, 0, 0)`;
    for (const shard of [1, 1, 2, 2]) await count(shard, 1);
    await refuse("journey_counts", "insert", "new.shard = 1");
    await rollUpCounts(stage.runtime);
    expect(await stage.count("journey_counts", "shard = 2")).toBe(1);
    expect(await stage.count("journey_counts", "shard = 1")).toBe(2);
    expect(await alerts("text like '%counts of shard 1%'")).toBe(1);
  });

  test("a split whose shares cannot be written: those of other splits are", async () => {
    const split = () =>
      draw({
        nodes: [
          {
            name: "start",
            type: "TRIGGER",
            config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } },
          },
          { name: "split", type: "SPLIT", config: { allocation: "thompson" } },
          { name: "a", type: "EXIT" },
          { name: "b", type: "EXIT" },
        ],
        edges: [
          { from: "start", to: "split" },
          { from: "split", to: "a" },
          { from: "split", to: "b" },
        ],
        goalConfig: { type: "event", config: { eventName: "bought" } },
      });
    const [bad, good] = [await stage.publish(split()), await stage.publish(split())];
    await refuse("split_allocations", "insert", `new.journey_id = '${bad.journeyId}'`);
    await reweighSplits(stage.runtime);
    expect(await stage.count("split_allocations", `journey_id = '${good.journeyId}'`)).toBe(1);
    expect(await alerts(`journey_id = '${bad.journeyId}'`)).toBe(1);
  });

  test("a person for whom a rule cannot be evaluated: the others are evaluated, and one alert is raised", async () => {
    const about = { workspaceId: stage.workspaceId, journeyId: null, subject: "people of a test" };
    const judged = await eachOrSetAside(stage.runtime, about, [1, 2, 3, 4], (row) => {
      if (row % 2 === 0) throw new RangeError(`no zone ${row}`);
      return row * 10;
    });
    expect(judged).toEqual([
      [1, 10],
      [3, 30],
    ]);
    expect(await alerts("text like '%people of a test (no zone 2)%' and count = 1")).toBe(1);
  });

  test("L2: an invalid time zone of a workspace is reported", async () => {
    await stage.database.sql`update workspaces set timezone = 'PST' where id = ${stage.workspaceId}`;
    await raiseRevision(stage.database);
    await watchAlerts(stage.runtime, openWatch());
    expect(await alerts(`workspace_id = '${stage.workspaceId}' and text like '%“PST”%'`)).toBe(1);
  });
});
