import { beforeEach, describe, expect, test } from "vitest";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { createRuntime, ingest, tick } from "./index.ts";
import { accounts } from "./testing/accounts.ts";
import { draw, line } from "./testing/draw.ts";
import { queueOperation, raiseRevision } from "./testing/publish.ts";
import { DAY, HOUR, RuntimeHarness } from "./testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const wait = { name: "wait", type: "WAIT", config: { duration: "1d" } };
const end = { name: "end", type: "EXIT" };

describe("a batch", () => {
  test("two workers at once share the shards and do everything once", async () => {
    await stage.publish(line("in", [{ name: "nothing", type: "WAIT", config: { duration: "0s" } }, end]));
    const { database, workspaceId } = stage;
    const people = Array.from({ length: 2_000 }, (_, index) => ({
      workspaceId,
      userId: `u${index}`,
      type: "track" as const,
      event: "in",
    }));
    await ingest(database, people);
    const worker = async () => {
      const runtime = createRuntime(database, { limits: { signals: 100 } });
      let batches = 0;
      for (let idle = 0; idle < 3; ) {
        const report = await tick(runtime);
        if (report.idle) idle++;
        else batches++;
      }
      return batches;
    };
    const batches = await Promise.all([worker(), worker()]);
    expect(Math.min(...batches)).toBeGreaterThan(0);
    expect(await accounts(database)).toMatchObject({
      enrollments: 2_000,
      completed: 2_000,
      inbox: 0,
      brokenPaths: 0,
      openVisits: 0,
    });
  });

  test("R1 the signals of a person are processed in the order they came, whatever the quota", async () => {
    const steps = ["a", "b", "c", "d"].map((event) => ({
      name: event,
      type: "WAIT_FOR_EVENT",
      config: { eventName: event },
    }));
    await stage.publish(line("in", [...steps, end]));
    const runtime = createRuntime(stage.database, { clock: stage.runtime.clock, limits: { signals: 8, shards: 4 } });
    const people = Array.from({ length: 50 }, (_, index) => `p${index}`);
    for (const event of ["in", "a", "b", "c", "d"]) {
      await stage.give(...people.map((userId) => ({ userId, type: "track" as const, event })));
    }
    for (let idle = 0; idle < 1; ) if ((await tick(runtime)).idle) idle++;
    expect(await accounts(stage.database)).toMatchObject({ enrollments: 50, completed: 50, brokenPaths: 0 });
  });

  test("R19 a due timer older than unread signals fires before it, one that is younger waits", async () => {
    await stage.publish(
      line("in", [
        { ...wait, config: { duration: "1h" } },
        { name: "go", type: "WAIT_FOR_EVENT", config: { eventName: "go" } },
        end,
      ]),
    );
    await stage.track("early", "in");
    await stage.settle();
    const { clock } = stage.runtime;
    if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + 2 * HOUR);
    await stage.track("early", "go");
    await stage.settle();
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(1);
  });

  test("R14 a batch sees a journey paused a moment before it", async () => {
    const { journeyId } = await stage.publish(line("in", [wait, end]));
    await stage.settle();
    await stage.database.sql`
      update journeys set status = 'paused', pause_mode = 'drain',
        pauses = ${JSON.stringify([{ mode: "drain", from: "2026-03-02T09:00:00Z", to: null }])}::text::jsonb where id = ${journeyId}`;
    await raiseRevision(stage.database);
    await stage.track("late", "in");
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(0);
    expect(await stage.count("near_misses", "reason = 'paused'")).toBe(1);
  });

  test("R31 what an archived journey has inside is stopped by the next batch, before any bookkeeping", async () => {
    const { journeyId } = await stage.publish(
      line("in", [{ name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" }, wait, end]),
    );
    await stage.track("ada", "in");
    await stage.track("bob", "in");
    await stage.settle();
    await stage.database.sql`update journeys set status = 'archived', epoch = epoch + 1 where id = ${journeyId}`;
    await raiseRevision(stage.database);
    await stage.track("ada", "in");
    await stage.settle();
    expect(await stage.count("enrollments", "exit_reason = 'journey_archived'")).toBe(1);
    await queueOperation(stage.database, { workspaceId: stage.workspaceId, journeyId, kind: "archive" });
    await stage.settle();
    expect(await stage.count("enrollments", "status = 'stopped' and exit_reason = 'journey_archived'")).toBe(2);
    expect(await stage.count("positions")).toBe(0);
    expect(await stage.count("deliveries", "status = 'cancelled'")).toBe(2);
    expect(await stage.count("operations", "status = 'done'")).toBe(1);
    expect(await accounts(stage.database)).toMatchObject({ openVisits: 0, counted: { enrolled: 2, stopped: 2 } });
  });

  // With a thousand people a batch has enough rows to be copied instead of inserted.
  test.each([30, 1_000])(
    "R17 rows that the database refuses of %i people fail the enrollments they concern and nobody else's",
    async (count) => {
      await stage.publish(line("in", [wait, end]));
      const people = Array.from({ length: count }, (_, index) => `p${index}`);
      await stage.give(...people.map((userId) => ({ userId, type: "track" as const, event: "in" })));
      await stage.settle();
      const [victim] = await stage.database.sql<{ id: string }[]>`select id from people where external_id = 'p7'`;
      await stage.database.sql.unsafe(`
      create function refuse() returns trigger language plpgsql as $$
      begin
        if new.person_id = '${victim?.id}' and new.hops::text like '%"cause":"timer"%' then raise exception 'refused'; end if;
        return new;
      end $$;
      create trigger refuse before insert on history for each row execute function refuse()`);
      await stage.pass(2 * DAY);
      expect(await stage.count("enrollments", "status = 'completed'")).toBe(count - 1);
      expect(
        await stage.count(
          "enrollments",
          `status = 'failed' and exit_reason = 'step_failed' and person_id = '${victim?.id}'`,
        ),
      ).toBe(1);
      expect(await stage.count("positions")).toBe(0);
      expect(await accounts(stage.database)).toMatchObject({
        openVisits: 0,
        counted: { enrolled: count, completed: count - 1, failed: 1 },
      });
      expect(stage.reports.some((line) => line.includes("part of a batch was refused"))).toBe(true);
    },
  );

  test("a patch from anywhere lands on the person and is logged with the old values (R41)", async () => {
    const [result] = await stage.give({ userId: "ada", type: "identify", traits: { plan: "free", city: "Rome" } });
    const personId = result?.personId ?? "";
    const signal = { workspaceId: stage.workspaceId, personId, kind: "patch" };
    const clock = stage.runtime.clock;
    const receivedAt = clock.kind === "virtual" ? clock.at : new Date();
    await appendSignals(stage.database.sql, [
      {
        ...signal,
        payload: { patch: { traits: { plan: "pro", city: null }, addTags: ["vip"], stage: "won" }, source: "api" },
        receivedAt,
      },
    ]);
    await stage.settle();
    const [person] = await stage.database.orm.select().from(schema.people);
    expect(person).toMatchObject({ traits: { plan: "pro" }, tags: ["vip"], stage: "won" });
    expect(await stage.count("person_changes", "source = 'api' and before->'traits'->>'plan' = 'free'")).toBe(1);
  });

  test("an outcome of a delivery moves the person on", async () => {
    await stage.publish(
      draw({
        nodes: [
          {
            name: "start",
            type: "TRIGGER",
            config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } },
          },
          { name: "tour", type: "CONTENT", config: { contentType: "flow" }, contentId: "mail" },
          { name: "yes", type: "EXIT" },
          { name: "no", type: "EXIT" },
        ],
        edges: [
          { from: "start", to: "tour" },
          { from: "tour", to: "yes", branch: "completed" },
          { from: "tour", to: "no", branch: "dismissed" },
          { from: "tour", to: "no", branch: "timeout" },
        ],
      }),
    );
    await stage.track("ada", "in");
    await stage.settle();
    const [delivery] = await stage.database.orm.select().from(schema.deliveries);
    expect(delivery).toMatchObject({ channel: "inapp", status: "pending" });
    if (!delivery) return;
    const { personId, enrollmentId, nodeId, visit, workspaceId } = delivery;
    const payload = { enrollmentId, nodeId, visit, outcome: "completed" };
    await appendSignals(stage.database.sql, [{ workspaceId, personId, kind: "delivery", payload }]);
    await stage.settle();
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(1);
  });
});
