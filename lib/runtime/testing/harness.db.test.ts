import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#services";
import { createJourney, pauseJourney, publishJourney, resumeJourney } from "#services/journeys";
import { line } from "./draw.ts";
import { pause, resume } from "./lifecycle.ts";
import type { Published } from "./publish.ts";
import { RuntimeHarness } from "./runtime-harness.ts";

const document = {
  ...line("in", [
    { name: "wait", type: "WAIT", config: { duration: "1d" } },
    { name: "ask", type: "WAIT_FOR_EVENT", config: { eventName: "paid", timeout: "2d" } },
    { name: "end", type: "EXIT" },
  ]),
  settings: { reEntry: "every", onResume: "fire" },
  goalConfig: { type: "event" as const, config: { eventName: "bought" }, exitOnGoal: false },
};
// The wait for an event needs an edge for each of its exits.
const [, , last] = document.edges;
if (last) document.edges.push({ ...last, id: crypto.randomUUID(), name: "late", branch: "timeout" });
if (last) last.branch = "event";

/** What the harness leaves out: names for people, and what only the pages and the API read. */
const UNWRITTEN = [
  "name",
  "key",
  "short_id",
  "number",
  "published_at",
  "published_revision",
  "updated_at",
  "created_at",
];
const OWN = ["id", "published_version_id", "journey_id", "published_by", "program", "hash", "idle_since"];

let stage: RuntimeHarness;
let ctx: Context;
let drawn: Published;
let served: string;
/** The names that anything listened to when only the fixture had published. */
let listened: readonly string[];

beforeAll(async () => {
  stage = await RuntimeHarness.open();
  const { database, workspaceId, siteId } = stage;
  ctx = { database, workspaceId, actor: { kind: "system", id: "test", role: "owner" } };
  drawn = await stage.publish(document);
  listened = await names();
  const { nodes, edges, settings, goalConfig } = document;
  const created = await createJourney(ctx, { name: "Served", siteId, nodes, edges, settings, goalConfig });
  served = created.data.id;
  await publishJourney(ctx, served);
});

/** The row of a table about a journey, without what is each journey's own. */
async function rowOf(table: string, column: string, journeyId: string): Promise<Record<string, unknown>> {
  const [row] = await stage.database.sql.unsafe<{ row: Record<string, unknown> }[]>(
    `select to_jsonb(t) as row from ${table} t where ${column} = $1 order by created_at desc limit 1`,
    [journeyId],
  );
  return Object.fromEntries(Object.entries(row?.row ?? {}).filter(([key]) => ![...UNWRITTEN, ...OWN].includes(key)));
}

/** A journey's pauses without their times, which are the fixture's and the database's. */
async function journeyOf(journeyId: string): Promise<Record<string, unknown>> {
  const row = await rowOf("journeys", "id", journeyId);
  const pauses = (row.pauses as { from: string; to: string | null }[]).map((one) => ({
    ...one,
    from: "then",
    to: one.to === null ? null : "later",
  }));
  return { ...row, pauses };
}

describe("the fixture of the driver's tests writes what the services write", () => {
  test("when a journey is published", async () => {
    expect(await journeyOf(drawn.journeyId)).toEqual(await journeyOf(served));
    expect(await rowOf("versions", "journey_id", drawn.journeyId)).toEqual(
      await rowOf("versions", "journey_id", served),
    );
    const programs = await stage.database.sql<{ program: object }[]>`
      select program - 'versionId' - 'journeyId' - 'hash' - 'pins' as program from versions`;
    expect(programs).toHaveLength(2);
    expect(programs[0]).toEqual(programs[1]);
    expect(listened).toHaveLength(3);
    expect(await names()).toEqual(listened);
  });

  test.each(["hold", "drain", "queue"] as const)("when it is paused with %s, and resumed", async (mode) => {
    const before = await revision();
    await pause(stage, drawn.journeyId, mode);
    await pauseJourney(ctx, served, mode);
    expect(await journeyOf(drawn.journeyId)).toEqual(await journeyOf(served));
    await resume(stage, drawn.journeyId, { onResume: "shift", perMinute: 10 });
    await resumeJourney(ctx, served, { onResume: "shift", perMinute: 10 });
    expect(await journeyOf(drawn.journeyId)).toEqual(await journeyOf(served));
    const [ours, theirs] = [await operationOf(drawn.journeyId), await operationOf(served)];
    expect(ours).toEqual(theirs);
    expect((await revision()) - before).toBeGreaterThanOrEqual(4);
  });
});

async function names(): Promise<string[]> {
  const rows = await stage.database.sql<{ name: string }[]>`select name from event_interest order by 1`;
  return rows.map(({ name }) => name);
}

async function revision(): Promise<number> {
  const [row] = await stage.database.sql<{ revision: number }[]>`select revision::int from engine_config`;
  return row?.revision ?? 0;
}

/** The last operation that was queued for a journey; who asked, and how many people it concerns, is the services' own. */
async function operationOf(journeyId: string): Promise<Record<string, unknown>> {
  const { created_by: _by, total: _total, ...operation } = await rowOf("operations", "journey_id", journeyId);
  const { pauseMode: _mode, ...input } = operation.input as Record<string, unknown>;
  return { ...operation, input };
}
