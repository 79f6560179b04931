import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { segmentEvents } from "#engine";
import { schema } from "#store";
import { draw, line } from "../testing/draw.ts";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { DAY, HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

async function segment(key: string, rules: Record<string, unknown>, isBuilt = true): Promise<string> {
  const id = newId();
  const builtAt = isBuilt ? new Date(0) : null;
  const { workspaceId, database } = stage;
  await database.orm.insert(schema.segments).values({ id, workspaceId, key, name: key, kind: "rules", rules, builtAt });
  await database.sql`
    insert into event_interest (workspace_id, name)
    select ${workspaceId}, unnest(${segmentEvents(rules)}::text[]) on conflict do nothing`;
  await raiseRevision(database);
  return id;
}

const members = (id: string) => stage.count("segment_members", `segment_id = '${id}'`);

const onSegment = (triggerType: string, segmentId: string) =>
  draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: { triggerType, triggerConfig: { segment: segmentId } } },
      { name: "end", type: "EXIT" },
    ],
    edges: [{ from: "start", to: "end" }],
    settings: { reEntry: "every" },
  });

const build = async (segmentId: string) => {
  await queueOperation(stage.database, {
    workspaceId: stage.workspaceId,
    kind: "build_segment",
    input: { segmentId },
  });
  await stage.settle();
};

describe("R23 memberships change by time alone", () => {
  test("a member by events in a window leaves when the nth latest event leaves it, and that starts journeys", async () => {
    const active = await segment("active", { all: [{ event: "used", count: { gte: 2 }, within: "3d" }] });
    await stage.publish(onSegment("SEGMENT_LEFT", active));
    await stage.track("ada", "used");
    await stage.pass(DAY);
    await stage.track("ada", "used");
    await stage.pass(HOUR);
    expect(await members(active)).toBe(1);
    await stage.pass(2 * DAY - 2 * HOUR);
    expect(await members(active)).toBe(1);
    await stage.pass(2 * HOUR);
    expect(await members(active)).toBe(0);
    expect(await stage.count("enrollments")).toBe(1);
    expect(await stage.count("segment_rechecks")).toBe(0);
  });

  test("a person excluded by events in a window joins when one event leaves it", async () => {
    const quiet = await segment("quiet", {
      all: [{ field: "traits.plan", op: "exists" }],
      any: [{ any: [{ event: "used", within: "1d" }], not: true }],
    });
    await stage.publish(onSegment("SEGMENT_ENTERED", quiet));
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect([await members(quiet), await stage.count("enrollments")]).toEqual([1, 1]);
    await stage.track("ada", "used");
    await stage.settle();
    expect(await members(quiet)).toBe(0);
    await stage.pass(DAY + HOUR);
    expect([await members(quiet), await stage.count("enrollments")]).toEqual([1, 2]);
  });

  test("R24 members from a build are evaluated again by time like others", async () => {
    await stage.track("ada", "used");
    await stage.settle();
    await stage.pass(HOUR);
    const active = await segment("active", { all: [{ event: "used", within: "1d" }] }, false);
    await build(active);
    expect(await members(active)).toBe(1);
    await stage.pass(DAY);
    expect(await members(active)).toBe(0);
  });
});

describe("segments that refer to others", () => {
  test("R21 both change with the one signal", async () => {
    const pro = await segment("pro", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] });
    const heavy = await segment("heavy", { all: [{ segment: "pro" }, { field: "tags", op: "contains", value: "x" }] });
    const rest = await segment("rest", { all: [{ segment: "pro", not: true }] });
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "free" } });
    await stage.settle();
    expect([await members(pro), await members(heavy), await members(rest)]).toEqual([0, 0, 1]);
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect([await members(pro), await members(rest)]).toEqual([1, 0]);
  });

  test("R24 a build does not rely on the build of what it refers to", async () => {
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    await segment("pro", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] }, false);
    const rest = await segment("rest", { all: [{ segment: "pro", not: true }] }, false);
    const same = await segment("same", { all: [{ segment: "pro" }] }, false);
    await build(rest);
    await build(same);
    expect([await members(rest), await members(same)]).toEqual([0, 1]);
  });
});

describe("R28 what a build starts", () => {
  test("until the first build is done people join silently, afterwards with an event", async () => {
    const pro = await segment("pro", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] }, false);
    await stage.publish(onSegment("SEGMENT_ENTERED", pro));
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect([await members(pro), await stage.count("enrollments")]).toEqual([1, 0]);
    await build(pro);
    expect([await members(pro), await stage.count("enrollments")]).toEqual([1, 0]);
    await stage.give({ userId: "bob", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect([await members(pro), await stage.count("enrollments")]).toEqual([2, 1]);
  });

  test("a changed rule lets people enter and leave with events", async () => {
    const tier = await segment("tier", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] });
    await stage.publish(onSegment("SEGMENT_ENTERED", tier));
    await stage.publish(onSegment("SEGMENT_LEFT", tier));
    await stage.give(
      { userId: "ada", type: "identify", traits: { plan: "pro" } },
      { userId: "bob", type: "identify", traits: { plan: "team" } },
    );
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(1);
    const rules = { all: [{ field: "traits.plan", op: "eq", value: "team" }] };
    await stage.database.sql`update segments set rules = ${JSON.stringify(rules)}::text::jsonb where id = ${tier}`;
    await raiseRevision(stage.database);
    await build(tier);
    expect(await members(tier)).toBe(1);
    expect(await stage.count("enrollments")).toBe(3);
  });

  test("one membership enrolls once, whichever of the build and the live join comes first", async () => {
    const pro = await segment("pro", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] });
    const byHand = { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } };
    const { journeyId } = await stage.publish(
      draw({
        nodes: [byHand, { name: "end", type: "EXIT" }],
        edges: [{ from: "start", to: "end" }],
        settings: { reEntry: "every" },
        audienceId: pro,
      }),
    );
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(1);
    const { workspaceId, database } = stage;
    await queueOperation(database, {
      workspaceId,
      journeyId,
      kind: "enroll",
      input: { segmentId: pro, origin: "audience" },
    });
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(1);
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "free" } });
    await stage.pass(HOUR);
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(2);
  });
});

test("R30 an old event counts for segments although it starts nothing", async () => {
  const used = await segment("used", { all: [{ event: "used" }] });
  await stage.publish(line("used", [{ name: "end", type: "EXIT" }]));
  const { clock } = stage.runtime;
  const timestamp = new Date((clock.kind === "virtual" ? clock.at.getTime() : 0) - 5 * DAY);
  await stage.track("ada", "used", { timestamp });
  await stage.settle();
  expect([await members(used), await stage.count("enrollments")]).toEqual([1, 0]);
});
