import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { layOutOperation } from "../sql/open-operation-shards.ts";
import { noteSlices } from "../sql/operation-shards.ts";
import { draw, line } from "../testing/draw.ts";
import { queueOperation } from "../testing/publish.ts";
import { HOUR, Stage } from "../testing/stage.ts";
import { runOperations } from "./index.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});

/** Only whoever is on the plan `pro` is let in; they then wait. */
const document = () =>
  draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
      { name: "wait", type: "WAIT", config: { duration: "1d" } },
    ],
    edges: [{ from: "start", to: "wait" }],
    settings: { entryConditions: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } } },
  });

async function people(...ids: string[]): Promise<string[]> {
  const items = ids.map((userId) => ({ userId, type: "identify" as const, traits: { plan: "pro" } }));
  const results = await stage.give(...items);
  await stage.settle();
  return results.map((result) => result.personId ?? "");
}

async function enroll(personIds: string[]): Promise<string> {
  const { journeyId } = await stage.publish(document());
  const { workspaceId, database } = stage;
  // By hand anybody may be let in; an audience is asked for the entry conditions.
  const input = { personIds, origin: "audience" };
  return await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input });
}

/** Moves the clock without letting anything happen. */
const later = (ms: number) => {
  const { clock } = stage.runtime;
  if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + ms);
};

/** Every round of the operation, but no batch. */
const work = async () => {
  while ((await runOperations(stage.runtime)) > 0);
};

describe("an audience that is let in", () => {
  test("is let in by the slices themselves: nothing passes through the mailbox", async () => {
    const ids = await people("ada", "ben", "cleo");
    await enroll(ids);
    await work();
    expect(await stage.count("inbox")).toBe(0);
    expect(await stage.count("positions")).toBe(3);
    expect(await stage.count("history", "signal_kind = 'enroll' and jsonb_array_length(hops) = 2")).toBe(3);
    expect(await stage.count("people", "last_entered_at is not null and traits->>'plan' = 'pro'")).toBe(3);
  });

  test("R1 whoever has unread mail comes behind it: a change that is still to be read decides", async () => {
    const ids = await people("ada", "ben");
    await stage.give({ userId: "ada", type: "identify", traits: { plan: "free" } });
    later(1_000);
    await enroll(ids);
    await work();
    expect(await stage.count("inbox", "kind = 'enroll'")).toBe(1);
    await stage.settle();
    expect(await stage.count("positions")).toBe(1);
    expect(await stage.count("near_misses", "reason = 'entry_conditions'")).toBe(1);
  });

  test("R17 a slice that a process died in goes by the mailbox, where a culprit is met alone", async () => {
    const ids = await people("ada", "ben");
    const id = await enroll(ids);
    await layOutOperation(stage.database.sql, id);
    await noteSlices(stage.database.sql, id, [...Array(64).keys()]);
    await work();
    expect(await stage.count("inbox", "kind = 'enroll'")).toBe(2);
    expect(await stage.count("operation_shards", `operation_id = '${id}' and attempts > 0`)).toBe(0);
    await stage.settle();
    expect(await stage.count("positions")).toBe(2);
  });

  test("R17 rows that the database refuses fail their own trip, and the rest of the slice gets in", async () => {
    const ids = await people("ada", "ben", "cleo");
    const [refused] = ids;
    await stage.database.sql.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
      create trigger refuse before insert on positions for each row when (new.person_id = '${refused}')
        execute function refuse()`);
    await enroll(ids);
    await work();
    await stage.settle();
    expect(await stage.count("positions")).toBe(2);
    expect(await stage.count("inbox")).toBe(0);
    expect(await stage.count("operations", "status = 'done'")).toBe(1);
  });

  test("R19 a timer that was due before fires first", async () => {
    await stage.publish(
      line("in", [
        { name: "short", type: "WAIT", config: { duration: "1h" } },
        { name: "end", type: "EXIT" },
      ]),
    );
    const [{ personId } = { personId: "" }] = await stage.track("ada", "in", { traits: { plan: "pro" } });
    await stage.settle();
    later(2 * HOUR);
    await stage.give({ userId: "ben", type: "identify", traits: { plan: "pro" } });
    await enroll([personId ?? newId()]);
    await work();
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(1);
  });
});
