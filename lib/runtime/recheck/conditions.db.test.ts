import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { schema } from "#store";
import { line } from "../testing/draw.ts";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { DAY, MINUTE, RuntimeHarness } from "../testing/runtime-harness.ts";
import { openRechecks, recheckConditions } from "./index.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const until = (config: Record<string, unknown>) =>
  line("in", [
    { name: "until", type: "WAIT_FOR_CONDITION", config },
    { name: "end", type: "EXIT" },
  ]);

/** One check of every shard, as a process does within five minutes. */
async function lookAround(rechecks = openRechecks()): Promise<void> {
  for (let shard = 0; shard < 64; shard += 1) await recheckConditions(stage.runtime, rechecks);
}

const inside = () => stage.count("positions");

describe("R23 a condition is met no later than five minutes after it came true", () => {
  test("an old event signals nobody, but is found", async () => {
    await stage.publish(until({ include: [{ event: "used" }] }));
    await stage.track("ada", "in");
    await stage.track("bob", "in");
    await stage.settle();
    const { clock } = stage.runtime;
    const timestamp = new Date((clock.kind === "virtual" ? clock.at.getTime() : 0) - 5 * DAY);
    await stage.track("ada", "used", { timestamp });
    await stage.settle();
    expect(await inside()).toBe(2);
    await lookAround();
    expect(await stage.count("inbox", "kind = 'poll'")).toBe(1);
    await stage.settle();
    expect(await inside()).toBe(1);
  });

  test("a membership from a first build is found", async () => {
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    const [id, { workspaceId, database }] = [newId(), stage];
    await stage.publish(until({ include: [{ segment: "pros" }] }));
    await stage.track("ada", "in");
    await stage.settle();
    await stage.pass(MINUTE);
    const rules = { all: [{ field: "traits.plan", op: "eq", value: "pro" }] };
    await database.orm
      .insert(schema.segments)
      .values({ id, workspaceId, key: "pros", name: "Pros", kind: "rules", rules });
    await raiseRevision(database);
    await queueOperation(database, { workspaceId, kind: "build_segment", input: { segmentId: id } });
    await stage.settle();
    expect(await inside()).toBe(1);
    await lookAround();
    await stage.settle();
    expect(await inside()).toBe(0);
  });

  test("after the first check only people with new events or memberships are read", async () => {
    await stage.publish(until({ include: [{ event: "used", count: { gte: 1 } }] }));
    await stage.track("ada", "in");
    await stage.settle();
    const rechecks = openRechecks();
    await lookAround(rechecks);
    await stage.pass(10 * MINUTE);
    // No signal announces it: the event is written directly to the log, with a time before the previous check.
    await stage.database.sql`
      insert into events (shard, received_at, id, workspace_id, person_id, name, timestamp)
      select shard, now() - interval '400 days', gen_random_uuid(), workspace_id, id, 'app.used', now() from people`;
    await lookAround(rechecks);
    expect(await stage.count("inbox")).toBe(0);
    await stage.pass(60 * MINUTE);
    await lookAround(rechecks);
    expect(await stage.count("inbox", "kind = 'poll'")).toBe(1);
  });

  test("conditions on traits alone are left to the changes that signal people", async () => {
    await stage.publish(until({ expression: 'traits.plan == "pro"' }));
    await stage.track("ada", "in");
    await stage.settle();
    await stage.database.sql`update people set traits = '{"plan": "pro"}'`;
    await lookAround();
    expect(await stage.count("inbox")).toBe(0);
  });
});
