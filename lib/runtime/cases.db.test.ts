import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { conversionsOf, countsFit, deliveriesOf, enrollmentsOf, nearMissesOf } from "./testing/case-outcome.ts";
import { CaseRun, type CaseSignal, caseTime } from "./testing/case-run.ts";
import type { Drawing } from "./testing/draw.ts";

type Expected = {
  trips?: { person?: string; path: [string, string][]; status: string; exitReason?: string; endedAt?: string }[];
  deliveries?: [string, string][];
  nearMisses?: Record<string, number>;
  conversions?: number;
  tags?: Record<string, string[]>;
  publish?: "refused";
};
type Case = { name: string; journey: Drawing; signals: CaseSignal[]; expect: Expected };

const read = async (name: string) =>
  JSON.parse(await readFile(new URL(`../engine/cases/${name}.json`, import.meta.url), "utf8")) as Case[];
const cases = [...(await read("journeys")), ...(await read("dates"))];
// Cases with a refused publication belong to the publisher's tests, and cases with a stopped engine to the crash tests.
const driven = cases.filter(
  (one) => one.expect.publish === undefined && !one.signals.some((signal) => signal.do?.startsWith("engine_")),
);

/** Enrollments of the same time have no order, so they are sorted by their paths. */
const byEntry = (left: { path: unknown[][] }, right: { path: unknown[][] }): number =>
  Number(left.path[0]?.[1]) - Number(right.path[0]?.[1]) ||
  JSON.stringify([left.path.map(String), "person" in left ? left.person : ""]).localeCompare(
    JSON.stringify([right.path.map(String), "person" in right ? right.person : ""]),
  );

let database: Database;
beforeAll(async () => {
  ({ database } = await testDatabase());
});
afterAll(async () => {
  await database.sql`truncate inbox, positions`;
});

describe("the cases through the real driver in virtual time", () => {
  test.for(driven)("$name", async ({ journey, signals, expect: expected }) => {
    const run = new CaseRun(database);
    await run.open(journey);
    await run.play(signals, Object.keys(expected.tags ?? {}));
    if (expected.trips) {
      const seen = (await enrollmentsOf(run)).sort(byEntry);
      const wanted = expected.trips.map((enrollment) => ({
        ...(enrollment.person ? { person: enrollment.person } : {}),
        path: enrollment.path.map(([node, at]) => [node, caseTime(at).getTime()]),
        status: enrollment.status,
        ...(enrollment.exitReason ? { exitReason: enrollment.exitReason } : {}),
        ...(enrollment.endedAt ? { endedAt: caseTime(enrollment.endedAt).getTime() } : {}),
      }));
      wanted.sort(byEntry);
      expect(seen).toHaveLength(wanted.length);
      expect(seen).toMatchObject(wanted);
    }
    if (expected.deliveries) {
      expect(await deliveriesOf(run)).toEqual(expected.deliveries.map(([node, at]) => [node, caseTime(at).getTime()]));
    }
    if (expected.nearMisses) expect(await nearMissesOf(run)).toEqual(expected.nearMisses);
    if (expected.conversions !== undefined) expect(await conversionsOf(run)).toBe(expected.conversions);
    if (expected.tags) expect(run.tags).toEqual(expected.tags);
    expect(await countsFit(run)).toEqual([]);
    await database.sql`delete from positions where workspace_id = ${run.workspaceId}`;
  });
});
