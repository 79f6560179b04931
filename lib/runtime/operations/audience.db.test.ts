import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { schema } from "#store";
import { draw } from "../testing/draw.ts";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { RuntimeHarness } from "../testing/runtime-harness.ts";
import { runOperations } from "./index.ts";

const PEOPLE = 40;

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const manual = (settings: Record<string, unknown> = {}) =>
  draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
      { name: "end", type: "EXIT" },
    ],
    edges: [{ from: "start", to: "end" }],
    settings,
  });

const people = (plan: string) =>
  stage.give(
    ...Array.from({ length: PEOPLE }, (_, index) => ({
      userId: `u${index}`,
      type: "identify" as const,
      traits: { plan },
    })),
  );

async function segment(): Promise<string> {
  const id = newId();
  const { workspaceId, database } = stage;
  const rules = { all: [{ field: "traits.plan", op: "eq", value: "pro" }] };
  await database.orm.insert(schema.segments).values({ id, workspaceId, key: id, name: id, kind: "rules", rules });
  await raiseRevision(database);
  return id;
}

const queue = (kind: string, input: Record<string, unknown>, journeyId?: string) =>
  queueOperation(stage.database, {
    workspaceId: stage.workspaceId,
    kind,
    input,
    ...(journeyId ? { journeyId } : {}),
  });

describe("R28 the audience of a journey", () => {
  test("the journey's build of a shard waits for the segment's build of it, whichever was asked for first", async () => {
    await people("pro");
    await stage.settle();
    const segmentId = await segment();
    const { journeyId } = await stage.publish({ ...manual(), audienceId: segmentId });
    await queue("enroll", { segmentId, origin: "audience" }, journeyId);
    await queue("build_segment", { segmentId });
    await stage.settle();
    expect(await stage.count("segment_members")).toBe(PEOPLE);
    expect(await stage.count("enrollments")).toBe(PEOPLE);
  });

  test("it continues in the shards that are built while others are not built yet", async () => {
    await people("pro");
    await stage.settle();
    const segmentId = await segment();
    const { journeyId } = await stage.publish({ ...manual(), audienceId: segmentId });
    const { sql } = stage.database;
    const build = await queue("build_segment", { segmentId });
    await sql`
      insert into operation_shards (shard, operation_id, finished)
      select shard, ${build}, shard < 32 from generate_series(0, 63) as shard`;
    await sql`
      insert into segment_members (shard, segment_id, person_id) select shard, ${segmentId}, id from people where shard < 32`;
    await sql`update operations set status = 'running' where id = ${build}`;
    const enroll = await queue("enroll", { segmentId, origin: "audience" }, journeyId);
    // The transaction that builds the segment holds the shards that are not built yet.
    await sql.begin(async (building) => {
      await building`select from shards where shard >= 32 for update`;
      while ((await runOperations(stage.runtime)) > 0);
    });
    const [shards] = await sql`
      select count(*) filter (where finished)::int as finished, count(*)::int as all from operation_shards
      where operation_id = ${enroll} and (shard < 32 or finished)`;
    expect(shards).toEqual({ finished: 32, all: 32 });
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(PEOPLE);
  });

  test("publishing again enrolls nobody twice for one membership, also where every entry is an enrollment", async () => {
    await people("free");
    await stage.settle();
    const segmentId = await segment();
    const { journeyId } = await stage.publish({ ...manual({ reEntry: "every" }), audienceId: segmentId });
    await queue("build_segment", { segmentId });
    await stage.settle();
    await people("pro");
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(PEOPLE);
    for (let again = 0; again < 2; again++) {
      await queue("enroll", { segmentId, origin: "audience" }, journeyId);
      await stage.settle();
    }
    expect(await stage.count("enrollments")).toBe(PEOPLE);
    await stage.pass(1_000);
    await people("free");
    await stage.settle();
    await stage.pass(1_000);
    await people("pro");
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(2 * PEOPLE);
  });
});
