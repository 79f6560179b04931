import { beforeEach, describe, expect, test } from "vitest";
import { tick } from "../index.ts";
import { draw } from "../testing/draw.ts";
import { raiseRevision } from "../testing/publish.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";
import { runDates } from "./index.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const onDate = (trait: string, every = "year") => ({
  name: trait,
  type: "TRIGGER",
  config: { triggerType: "DATE", triggerConfig: { trait, time: "09:00", every } },
});

/** Publishes a journey that starts on dates; a second trait adds a second trigger. */
async function publish(...traits: string[]): Promise<void> {
  const { journeyId } = await stage.publish(
    draw({
      nodes: [...traits.map((trait) => onDate(trait)), { name: "end", type: "EXIT" }],
      edges: traits.map((from) => ({ from, to: "end" })),
    }),
  );
  await stage.database.sql`
    update journeys set status = 'published', published_at = ${at().toISOString()} where id = ${journeyId}`;
  await raiseRevision(stage.database);
  await stage.settle();
}

function at(): Date {
  const { clock } = stage.runtime;
  if (clock.kind !== "virtual") throw new Error("The time of these tests stands still");
  return clock.at;
}

const START = Date.parse("2026-03-02T09:00:00Z");
/** Sets the clock to so many ms before or after 09:00 on the third day. */
function around(ms: number): void {
  const { clock } = stage.runtime;
  if (clock.kind === "virtual") clock.at = new Date(START + 3 * DAY + ms);
}

const say = (traits: Record<string, unknown>) => stage.give({ userId: "ada", type: "identify", traits });

/** When ada started, in days, with the year of the yearly date. */
async function starts(): Promise<[number, string][]> {
  const rows = await stage.database.sql<{ at: number; year: string }[]>`
    select round((extract(epoch from enrolled_at) - ${START / 1_000}) / 3600)::float8 / 24 as at,
      left(instance_key, 4) as year
    from enrollments order by enrolled_at`;
  return rows.map((row) => [row.at, row.year]);
}

describe("R55: a trait that changes around the moment of its date", () => {
  beforeEach(async () => {
    await publish("birthday");
    await say({ birthday: "1990-03-05" });
    await stage.settle();
    expect(await stage.count("date_starts", "due_at = '2026-03-05T09:00Z' and key = '2026'")).toBe(1);
  });

  test("changed before the date to the same day of another year, it starts on that day", async () => {
    around(-300);
    await say({ birthday: "1991-03-05" });
    around(200);
    await runDates(stage.runtime);
    await stage.pass(DAY);
    expect(await starts()).toEqual([[3, "2026"]]);
    expect(await stage.count("date_starts", "due_at = '2027-03-05T09:00Z'")).toBe(1);
  });

  test("changed before the date to a later day, it starts on the later one alone", async () => {
    around(-300);
    await say({ birthday: "1990-03-20" });
    around(200);
    await runDates(stage.runtime);
    await stage.pass(30 * DAY);
    expect(await starts()).toEqual([[18, "2026"]]);
  });

  test.each([
    ["before the date was looked for", async () => void (await tick(stage.runtime))],
    ["after it was sent, and before it was taken", async () => void (await runDates(stage.runtime))],
  ])("changed after it, %s, it has started", async (_, work) => {
    around(300);
    await say({ birthday: "1990-06-20" });
    around(500);
    await work();
    around(900);
    await stage.settle();
    expect(await starts()).toEqual([[3, "2026"]]);
    await stage.pass(365 * DAY);
    expect((await starts()).map(([, year]) => year)).toEqual(["2026"]);
    expect(await stage.count("near_misses", "reason = 'already_was'")).toBe(1);
    expect(await stage.count("date_starts", "due_at = '2027-06-20T09:00Z'")).toBe(1);
  });

  test("removed after the date, it has started once and does not start again", async () => {
    around(300);
    await say({ birthday: null });
    await tick(stage.runtime);
    around(900);
    await stage.pass(370 * DAY);
    expect(await starts()).toEqual([[3, "2026"]]);
    expect(await stage.count("date_starts")).toBe(0);
  });
});

test("R55: two yearly triggers of one journey start once a year each, on one day too", async () => {
  await publish("birthday", "joined");
  await say({ birthday: "1990-03-05", joined: "2020-03-05" });
  await stage.pass(10 * DAY);
  expect(await starts()).toEqual([
    [3, "2026"],
    [3, "2026"],
  ]);
  await say({ birthday: "1990-03-20" });
  await stage.pass(365 * DAY);
  expect((await starts()).map(([, year]) => year)).toEqual(["2026", "2026", "2027"]);
});
