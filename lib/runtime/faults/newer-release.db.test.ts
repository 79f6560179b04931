import { beforeEach, describe, expect, test } from "vitest";
import { PROGRAM_FORMAT } from "#engine";
import { line } from "../testing/draw.ts";
import { raiseRevision } from "../testing/publish.ts";
import { MINUTE, RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const pause = { name: "pause", type: "WAIT", config: { duration: "10m" } };
const end = { name: "end", type: "EXIT" };
const setFormat = async (versionId: string, format: number) => {
  await stage.database.sql`
    update versions set program_format = ${format}, program = program || jsonb_build_object('format', ${format}::int)
    where id = ${versionId}`;
  await raiseRevision(stage.database);
};
/** Does what a newer worker would do: makes the format readable. */
const upgrade = (versionId: string) => setFormat(versionId, PROGRAM_FORMAT);
/** Advances the clock; rows left for a newer worker must not delay anything. */
async function pass(ms: number): Promise<void> {
  const { clock } = stage.runtime;
  if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + ms);
  await stage.settle();
}
const of = (journeyId: string, status: string) =>
  stage.count("enrollments", `journey_id = '${journeyId}' and status = '${status}'`);

describe("a program of a newer release", () => {
  test("R16 the timers and signals of people on it stay unprocessed, and everybody else continues", async () => {
    const newer = await stage.publish(line("newer", [pause, end]));
    const known = await stage.publish(line("known", [pause, end]));
    await stage.track("ada", "newer");
    await stage.settle();
    await setFormat(newer.versionId, PROGRAM_FORMAT + 1);
    await stage.database.sql`update journeys set status = 'draft' where id = ${newer.journeyId}`;
    await raiseRevision(stage.database);
    await stage.track("ada", "known");
    await stage.track("bob", "known");
    await stage.settle();
    await pass(11 * MINUTE);
    expect(await of(known.journeyId, "completed")).toBe(1);
    expect(await of(newer.journeyId, "active")).toBe(1);
    expect(await stage.count("inbox")).toBe(1);

    await upgrade(newer.versionId);
    await stage.settle();
    await pass(11 * MINUTE);
    expect(await of(newer.journeyId, "completed")).toBe(1);
    expect(await of(known.journeyId, "completed")).toBe(2);
    expect(await stage.count("inbox")).toBe(0);
    expect(stage.reports).toEqual([]);
  });

  test("R16 where it is the entry version, no event that might be its trigger is processed", async () => {
    const newer = await stage.publish(line("in", [end]));
    await setFormat(newer.versionId, PROGRAM_FORMAT + 1);
    await stage.track("ada", "in");
    await stage.settle();
    expect(await stage.count("inbox", "kind = 'event'")).toBeGreaterThan(0);
    await upgrade(newer.versionId);
    await stage.settle();
    expect(await of(newer.journeyId, "completed")).toBe(1);
  });
});
