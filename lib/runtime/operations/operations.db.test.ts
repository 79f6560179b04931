import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { draw, line } from "../testing/draw.ts";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";
import { runOperations } from "./index.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const byHand = { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } };
const manual = () =>
  draw({
    nodes: [byHand, { name: "wait", type: "WAIT", config: { duration: "1d" } }],
    edges: [{ from: "start", to: "wait" }],
  });

async function known(
  count: number,
  traits: (index: number) => Record<string, unknown> = () => ({}),
): Promise<string[]> {
  const results = await stage.give(
    ...Array.from({ length: count }, (_, index) => ({
      userId: `u${index}`,
      type: "identify" as const,
      traits: traits(index),
    })),
  );
  await stage.settle();
  return results.map((result) => result.personId ?? "");
}

async function segment(row: Partial<typeof schema.segments.$inferInsert>): Promise<string> {
  const id = newId();
  const { workspaceId } = stage;
  await stage.database.orm
    .insert(schema.segments)
    .values({ id, workspaceId, key: id, name: id, kind: "static", ...row });
  await raiseRevision(stage.database);
  return id;
}

const operate = async (kind: string, input: Record<string, unknown>, journeyId?: string) => {
  const { workspaceId } = stage;
  const id = await queueOperation(stage.database, { workspaceId, kind, input, ...(journeyId ? { journeyId } : {}) });
  await stage.settle();
  expect(await stage.count("operations", `id = '${id}' and status = 'done'`)).toBe(1);
};

describe("operations", () => {
  test("enroll takes listed people of the workspace, once each, and leaves out people of other workspaces", async () => {
    const { journeyId } = await stage.publish(manual());
    const people = await known(5);
    await operate("enroll", { personIds: [...people.slice(0, 3), newId()], properties: { coupon: "x" } }, journeyId);
    expect(await stage.count("enrollments")).toBe(3);
    expect(await stage.count("enrollments", "trigger->'properties'->>'coupon' = 'x'")).toBe(3);
    await operate("enroll", { personIds: people }, journeyId);
    expect(await stage.count("enrollments")).toBe(5);
  });

  test("R15 a segment is enrolled in slices, shard by shard, with done and total", async () => {
    const { journeyId } = await stage.publish(manual());
    const people = await known(3_000);
    const segmentId = await segment({});
    await stage.database.sql`
      insert into segment_members (shard, segment_id, person_id)
      select shard, ${segmentId}, id from people where id = any(${people}::uuid[])`;
    await operate("enroll", { segmentId }, journeyId);
    expect(await stage.count("enrollments")).toBe(3_000);
    const [sum] = await stage.database
      .sql`select sum(done)::int as done, sum(total)::int as total from operation_shards`;
    expect(sum).toEqual({ done: 3_000, total: 3_000 });
  });

  test("R15 a cancelled operation stops at the slice it is in", async () => {
    const { journeyId } = await stage.publish(manual());
    const people = await known(300);
    const { workspaceId, database } = stage;
    const id = await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input: { personIds: people } });
    await runOperations(stage.runtime);
    const before = await stage.count("enrollments");
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(300);
    await database.sql`update operations set status = 'cancelled' where id = ${id}`;
    expect(await runOperations(stage.runtime)).toBe(0);
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(before);
    expect(await stage.count("operations", `id = '${id}' and status = 'cancelled'`)).toBe(1);
  });

  test("R24 a segment by rules is built with the engine's rules; the first build starts no journey", async () => {
    await known(20, (index) => ({ plan: index % 2 === 0 ? "pro" : "free" }));
    const segmentId = await segment({
      kind: "rules",
      rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] },
    });
    const { journeyId } = await stage.publish({ ...manual(), audienceId: segmentId });
    await operate("build_segment", { segmentId });
    expect(await stage.count("segment_members", `segment_id = '${segmentId}'`)).toBe(10);
    expect(await stage.count("enrollments")).toBe(0);
    await operate("enroll", { segmentId, origin: "audience" }, journeyId);
    expect(await stage.count("enrollments")).toBe(10);
  });

  test("R21 a change of a person moves them in and out of segments at once, and joining starts what waits for it", async () => {
    const segmentId = await segment({
      kind: "rules",
      builtAt: new Date(0),
      rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] },
    });
    const entered = { triggerType: "SEGMENT_ENTERED", triggerConfig: { segment: segmentId } };
    await stage.publish(
      draw({
        nodes: [
          { name: "start", type: "TRIGGER", config: entered },
          { name: "end", type: "EXIT" },
        ],
        edges: [{ from: "start", to: "end" }],
      }),
    );
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "free" } });
    await stage.settle();
    expect(await stage.count("segment_members")).toBe(0);
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect(await stage.count("segment_members", `segment_id = '${segmentId}'`)).toBe(1);
    expect(await stage.count("enrollments")).toBe(1);
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "free" } });
    await stage.settle();
    expect(await stage.count("segment_members")).toBe(0);
  });

  test("R28 someone who joins a manual journey's audience later is enrolled then", async () => {
    const segmentId = await segment({});
    await stage.publish({ ...manual(), audienceId: segmentId });
    const [ada] = await known(1);
    const clock = stage.runtime.clock;
    const receivedAt = clock.kind === "virtual" ? clock.at : new Date();
    await appendSignals(stage.database.sql, [
      {
        workspaceId: stage.workspaceId,
        personId: ada ?? "",
        kind: "patch",
        payload: { patch: { addSegments: [segmentId] }, source: "api" },
        receivedAt,
      },
    ]);
    await stage.settle();
    expect(await stage.count("segment_members")).toBe(1);
    expect(await stage.count("enrollments")).toBe(1);
  });

  test("deleting a journey leaves no row of it, and the journey goes last", async () => {
    const mail = { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" };
    const { journeyId } = await stage.publish(
      line("in", [mail, { name: "wait", type: "WAIT", config: { duration: "1d" } }]),
    );
    const kept = await stage.publish(line("in", [{ name: "end", type: "EXIT" }]));
    for (const person of ["a", "b", "c"]) await stage.track(person, "in");
    await stage.pass(2 * DAY);
    await operate("delete_journey", {}, journeyId);
    for (const table of ["enrollments", "positions", "history", "deliveries", "node_counts", "journey_counts"]) {
      expect(await stage.count(table, `journey_id = '${journeyId}'`)).toBe(0);
    }
    expect(await stage.count("journeys", `id = '${journeyId}'`)).toBe(0);
    expect(await stage.count("enrollments", `journey_id = '${kept.journeyId}'`)).toBe(3);
  });

  test("R29 an enrollment in a deleted journey still counts for the minimum days between entries", async () => {
    const { journeyId } = await stage.publish(line("in", [{ name: "end", type: "EXIT" }]));
    await stage.track("a", "in");
    await stage.settle();
    await operate("delete_journey", {}, journeyId);
    await stage.publish(line("next", [{ name: "end", type: "EXIT" }], { minDaysSinceLastJourney: 7 }));
    await stage.pass(2 * DAY);
    await stage.track("a", "next");
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(0);
    await stage.pass(6 * DAY);
    await stage.track("a", "next");
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(1);
  });
});
