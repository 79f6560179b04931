import { beforeEach, describe, expect, test } from "vitest";
import { newId, shardOf } from "#db";
import { appendSignals } from "#store/inbox";
import { advancePersonNow } from "./advance-person-now.ts";
import { createRuntime, ingest } from "./index.ts";
import { line } from "./testing/draw.ts";
import { RuntimeHarness } from "./testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const entered = () => stage.count("enrollments");

/** A person whose own event is still unread, and an `enroll` signal written after it. */
async function ask(journeyId: string): Promise<{ personId: string; enrollmentId: string }> {
  const { workspaceId, database } = stage;
  const [found] = await ingest(database, [{ workspaceId, userId: "ada", type: "identify", traits: { plan: "pro" } }]);
  const personId = found?.personId ?? "";
  const enrollmentId = newId(shardOf(personId));
  const payload = { journeyId, enrollmentId, origin: "manual" };
  await appendSignals(database.sql, [{ workspaceId, personId, kind: "enroll", payload }]);
  return { personId, enrollmentId };
}

const pause = { name: "pause", type: "WAIT", config: { duration: "1d" } };

describe("one person's inbox, processed before the answer", () => {
  test("R5 what waited comes first, then the signal, then the answer; nobody else is touched", async () => {
    const { journeyId } = await stage.publish(line("in", [pause], { entryConditions: { "traits.plan": "pro" } }));
    const { workspaceId, database } = stage;
    await ingest(database, [{ workspaceId, userId: "bob", type: "track", event: "in" }]);
    const before = await stage.count("inbox");
    const { personId, enrollmentId } = await ask(journeyId);
    expect(await advancePersonNow(createRuntime(database), personId)).toBe("done");
    expect(await stage.count("enrollments", `id = '${enrollmentId}'`)).toBe(1);
    expect(await entered()).toBe(1);
    expect(await stage.count("inbox")).toBe(before);
  });

  test("R5 a shard that stays busy answers so after two seconds, and the signal is processed later", async () => {
    const { journeyId } = await stage.publish(line("in", [pause]));
    const { personId, enrollmentId } = await ask(journeyId);
    const runtime = createRuntime(stage.database);
    await stage.database.sql.begin(async (sql) => {
      await sql`select from shards where shard = ${shardOf(personId)} for update`;
      expect(await advancePersonNow(runtime, personId)).toBe("busy");
      expect(await entered()).toBe(0);
    });
    await stage.settle();
    expect(await stage.count("enrollments", `id = '${enrollmentId}'`)).toBe(1);
  });

  test("R5 side by side with the workers, each signal counts once", async () => {
    const { journeyId } = await stage.publish(line("in", [pause], { reEntry: "every" }));
    const runtime = createRuntime(stage.database);
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask(journeyId)));
    const [first] = asked;
    const answers = await Promise.all(asked.map(({ personId }) => advancePersonNow(runtime, personId)));
    await stage.settle();
    expect(answers).toEqual(asked.map(() => "done"));
    expect(asked.every(({ personId }) => personId === first?.personId)).toBe(true);
    expect(await stage.count("inbox")).toBe(0);
    expect(await stage.count("(select id from enrollments group by id having count(*) > 1) twice")).toBe(0);
  });
});
