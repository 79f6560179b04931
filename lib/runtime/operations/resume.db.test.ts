import { beforeEach, describe, expect, test } from "vitest";
import { SECOND_MS } from "#times";
import { runOutbox } from "../outbox/index.ts";
import { line } from "../testing/draw.ts";
import { pause, resume } from "../testing/lifecycle.ts";
import { queueOperation } from "../testing/publish.ts";
import { DAY, HOUR, MINUTE, RuntimeHarness } from "../testing/runtime-harness.ts";

const PEOPLE = 24;

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const wait = (duration: string) => ({ name: "wait", type: "WAIT", config: { duration } });
const end = { name: "end", type: "EXIT" };
const mail = { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" };
const completed = () => stage.count("enrollments", "status = 'completed'");
const enter = (people: number) =>
  stage.give(
    ...Array.from({ length: people }, (_, index) => ({ userId: `u${index}`, type: "track" as const, event: "in" })),
  );

/** People whose timers became due during a hold, and a few whose wait continues. */
async function held(steps = [wait("1d"), end]): Promise<string> {
  const { journeyId } = await stage.publish(line("in", steps));
  await enter(PEOPLE);
  await stage.pass(HOUR);
  await pause(stage, journeyId, "hold");
  await stage.pass(2 * DAY);
  expect(await completed()).toBe(0);
  return journeyId;
}

describe("resuming at a rate (R32)", () => {
  test("due timers are resumed a portion a second, and the progress can be seen", async () => {
    const journeyId = await held();
    const id = await resume(stage, journeyId, { perMinute: 240 });
    for (let second = 0; second < 5; second++) {
      await stage.settle();
      expect(await completed()).toBeGreaterThan(4 * second - 4);
      expect(await completed()).toBeLessThanOrEqual(4 * (second + 1));
      expect(await stage.count("operations", `id = '${id}' and status = 'running'`)).toBe(1);
      await stage.pass(SECOND_MS);
    }
    await stage.pass(MINUTE);
    expect(await stage.count("operations", `id = '${id}' and status = 'done'`)).toBe(1);
    const [row] = await stage.database
      .sql`select sum(done)::int as done from operation_shards where operation_id = ${id}`;
    expect(row).toEqual({ done: PEOPLE });
  });

  test("a rate below one a second spreads people over the minute", async () => {
    const journeyId = await held();
    await resume(stage, journeyId, { perMinute: 6 });
    await stage.settle();
    expect(await completed()).toBe(1);
    await stage.pass(9 * SECOND_MS);
    expect(await completed()).toBe(1);
    await stage.pass(MINUTE);
    expect(await completed()).toBe(7);
  });

  test("without a rate everybody continues immediately", async () => {
    const journeyId = await held();
    await resume(stage, journeyId);
    await stage.settle();
    expect(await completed()).toBe(PEOPLE);
  });

  test("people whose wait simply continues do not count against the rate", async () => {
    const journeyId = await held([wait("30d"), end]);
    const id = await resume(stage, journeyId, { perMinute: 1 });
    await stage.settle();
    expect(await stage.count("operations", `id = '${id}' and status = 'done'`)).toBe(1);
  });

  test("a person with a new event is processed before their portion, and only once", async () => {
    const journeyId = await held();
    await resume(stage, journeyId, { perMinute: 1 });
    await stage.settle();
    await stage.track("u5", "something else");
    await stage.give({ userId: "u5", type: "identify", traits: { seen: true } });
    await stage.settle();
    await stage.pass(HOUR);
    expect(await completed()).toBe(PEOPLE);
    expect(await stage.count("history, json_array_elements(hops) as hop", "hop->>'cause' = 'timer'")).toBe(PEOPLE);
  });

  test("R34 messages that senders set aside go with their person's portion", async () => {
    const { journeyId } = await stage.publish(line("in", [mail, wait("30d"), end]));
    await enter(PEOPLE);
    await stage.settle();
    await pause(stage, journeyId, "hold");
    const { database, runtime } = stage;
    const send = { database, clock: runtime.clock, signal: new AbortController().signal };
    await runOutbox(send);
    expect(await stage.count("deliveries", "status = 'held'")).toBe(PEOPLE);
    await resume(stage, journeyId, { perMinute: 360 });
    const gone = async () => {
      await stage.settle();
      await runOutbox(send);
      return await stage.count("deliveries", "status <> 'held'");
    };
    expect(await gone()).toBeLessThanOrEqual(6);
    await stage.pass(SECOND_MS);
    expect(await gone()).toBeLessThanOrEqual(12);
    await stage.pass(MINUTE);
    expect(await gone()).toBe(PEOPLE);
  });

  test("a new pause ends the resume, and the next resume starts over with the remaining people", async () => {
    const journeyId = await held();
    const id = await resume(stage, journeyId, { perMinute: 240 });
    await stage.settle();
    await pause(stage, journeyId, "hold");
    await stage.database.sql`update operations set status = 'cancelled' where id = ${id}`;
    // How many of the first portion's four people are in the shards where it happened to start is random.
    const handedBack = await completed();
    expect(handedBack).toBeGreaterThan(0);
    expect(handedBack).toBeLessThanOrEqual(4);
    await stage.pass(HOUR);
    expect(await completed()).toBe(handedBack);
    await resume(stage, journeyId);
    await stage.settle();
    expect(await completed()).toBe(PEOPLE);
  });

  test("R15 later operations of the same journey wait; other journeys do not", async () => {
    const journeyId = await held();
    const other = await stage.publish(line("other", [wait("1d"), end]));
    await resume(stage, journeyId, { perMinute: 240 });
    const { workspaceId, database } = stage;
    const queue = (id: string) =>
      queueOperation(database, { workspaceId, journeyId: id, kind: "enroll", input: { personIds: [] } });
    const [behind, beside] = [await queue(journeyId), await queue(other.journeyId)];
    await stage.settle();
    expect(await stage.count("operations", `id = '${beside}' and status = 'done'`)).toBe(1);
    expect(await stage.count("operations", `id = '${behind}' and status = 'waiting'`)).toBe(1);
    await stage.pass(MINUTE);
    expect(await stage.count("operations", `id = '${behind}' and status = 'done'`)).toBe(1);
  });
});
