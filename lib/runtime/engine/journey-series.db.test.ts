import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shardOf } from "#db";
import { lastDays } from "#engine";
import { readDays } from "#store/journey-series";
import { deleteJourneyRow } from "#store/journeys";
import { line } from "../testing/draw.ts";
import { queueOperation } from "../testing/publish.ts";
import { DAY, HOUR, MINUTE, RuntimeHarness } from "../testing/runtime-harness.ts";
import { rollUpCounts } from "./roll-up-counts.ts";

/** The statements of the migration that fills the series, whatever its number. */
function migration(): string {
  const file = readdirSync("drizzle").find((name) => name.endsWith("_journey_series_data.sql"));
  return readFileSync(`drizzle/${file}`, "utf8");
}

const adding = {
  name: "add",
  type: "ACTION",
  config: { operations: [{ type: "set_attribute", attribute: "sum", expression: "traits.n + 1" }] },
};

test("R51 a series tells on which days people entered and left, rolled up or not, and after a retry", async () => {
  const stage = await RuntimeHarness.open();
  const { database, runtime, workspaceId } = stage;
  const wait = { name: "wait", type: "WAIT", config: { duration: "2d" } };
  const { journeyId } = await stage.publish(line("in", [wait, adding, { name: "end", type: "EXIT" }]));
  const journey = { id: journeyId, countedRevision: null };
  const now = () => (runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : Number.NaN);
  const shown = async (zone: string) => {
    const days = await readDays(database.sql, journey, lastDays(now(), 4, zone));
    return days.map(({ enrolled, completed, failed }) => [enrolled, completed, failed]);
  };
  for (const [user, traits] of Object.entries({ a: { n: 1 }, b: {}, c: {} })) {
    await stage.give({ userId: user, type: "identify", traits });
    await stage.track(user, "in");
  }
  await stage.settle();
  await stage.pass(DAY);
  await stage.track("d", "in");
  await stage.settle();
  await stage.pass(DAY + MINUTE);
  const before = [
    [0, 0, 0],
    [3, 0, 0],
    [1, 0, 0],
    [0, 1, 2],
  ];
  expect(await shown("UTC")).toEqual(before);
  // At nine in the morning of London it is the next day at the Line Islands only.
  expect((await shown("Pacific/Kiritimati")).at(-1)).toEqual([0, 1, 2]);
  await rollUpCounts(runtime);
  expect(await stage.count("journey_series")).toBeGreaterThan(0);
  expect(await shown("UTC")).toEqual(before);

  await stage.pass(HOUR);
  for (const user of ["b", "c"]) await stage.give({ userId: user, type: "identify", traits: { n: 1 } });
  // The virtual clock gives the retry the moment of the traits, and then nothing says which of them comes first.
  await stage.settle();
  await queueOperation(database, { workspaceId, journeyId, kind: "retry", input: {} });
  await stage.settle();
  await stage.pass(DAY);
  const after = [
    [3, 0, 0],
    [1, 0, 0],
    [0, 3, 0],
    [0, 0, 1],
  ];
  expect(await shown("UTC")).toEqual(after);
  await rollUpCounts(runtime);
  expect(await shown("UTC")).toEqual(after);

  const kept = () => database.sql`
    select shard, at, enrolled, completed, stopped, failed from journey_series
    where (enrolled, completed, stopped, failed) <> (0, 0, 0, 0) order by at`;
  const counted = await kept();
  await database.sql`truncate journey_series`;
  await database.sql.unsafe(migration());
  expect(await kept()).toEqual(counted);

  await queueOperation(database, { workspaceId, journeyId, kind: "delete_journey", input: {} });
  await stage.settle();
  expect(await stage.count("journey_series")).toBe(0);
  // A roll-up of a later shard may add to it when its own shard is empty already.
  await database.sql`
    insert into journey_series (shard, journey_id, at, enrolled, completed, stopped, failed)
    values (${shardOf(journeyId)}, ${journeyId}, now(), 1, 0, 0, 0)`;
  await deleteJourneyRow(database.sql, journeyId);
  expect(await stage.count("journey_series")).toBe(0);
});
