import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { draw } from "./testing/draw.ts";
import { DAY, RuntimeHarness } from "./testing/runtime-harness.ts";

/** The statements of the migration that fills the counters, whatever its number. */
function statements(): string[] {
  const file = readdirSync("drizzle").find((name) => name.endsWith("_goal_counts_data.sql"));
  return readFileSync(`drizzle/${file}`, "utf8").split("--> statement-breakpoint");
}

test("S19: after an update the figures are those that were shown before it", async () => {
  const stage = await RuntimeHarness.open();
  const { sql } = stage.database;
  const start = { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } };
  const document = draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: start },
      { name: "split", type: "SPLIT", config: {} },
      { name: "a", type: "WAIT", config: { duration: "1d" } },
      { name: "b", type: "WAIT", config: { duration: "1d" } },
    ],
    edges: [{ from: "start", to: "split" }, ...["a", "b"].map((to) => ({ from: "split", to }))],
    goalConfig: { type: "event", config: { eventName: "bought" }, exitOnGoal: false },
    settings: { reEntry: "every" },
  });
  await stage.publish(document);
  for (let round = 0; round < 3; round += 1) {
    for (let person = round; person < 12; person += 1) await stage.track(`p${person}`, "in");
    await stage.settle();
    for (let person = 0; person < 12; person += 3) await stage.track(`p${person}`, "bought");
    await stage.settle();
    await stage.pass(2 * DAY);
  }
  const shown = async () => ({
    goals: await sql`
      select version_id, goal_revision, sum(converted)::int as converted from goal_counts group by 1, 2 order by 1, 2`,
    arms: await sql`
      select node_id, arm, goal_revision, sum(people)::int as people, sum(converted)::int as converted
      from exposure_counts group by 1, 2, 3 order by 1, 2, 3`,
    exposures: await sql`select person_id, node_id, arm, at, reached from exposures order by 1, 2`,
    counted: await sql`select counted_revision from journeys`,
  });
  const before = await shown();
  expect(before.goals[0]?.converted).toBeGreaterThan(4);
  await sql`
    insert into journey_counts (shard, id, journey_id, version_id, converted)
    select shard, gen_random_uuid(), journey_id, version_id, sum(converted) from goal_counts group by 1, 3, 4`;
  await sql`truncate goal_counts, exposure_counts, exposures`;
  await sql`update journeys set counted_revision = null`;
  for (const statement of statements()) await sql.unsafe(statement);
  expect(await shown()).toEqual(before);
});
