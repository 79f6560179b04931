import { eq } from "drizzle-orm";
import { schema } from "#db";
import type { JourneyState, Program, SegmentFact, SplitAllocation, World } from "#engine";
import { type Context, notFound, type Reader } from "#services";
import type { JourneyRow } from "#services/journeys";
import { segmentNames } from "./segment-names.ts";

const TOO_OLD_HOURS = 72;

/** What is the same for everybody in the workspace, as the engine's batches see it; `segmentNames` is for sentences. */
export type FactWorld = World & {
  readonly segments: ReadonlyMap<string, SegmentFact>;
  readonly segmentNames: ReadonlyMap<string, string>;
  /** Learned and promoted shares of the journey's splits, by node. */
  readonly allocations: ReadonlyMap<string, SplitAllocation>;
};

/** The workspace around one journey, with its entry version and the given others. */
export async function loadWorld(ctx: Context, journey: JourneyRow, versionIds: readonly string[]): Promise<FactWorld> {
  const entry = journey.status === "published" || journey.status === "paused" ? journey.publishedVersionId : null;
  const [workspace, segments, programs, allocations] = await Promise.all([
    loadWorkspace(ctx),
    loadSegments(ctx),
    loadPrograms(ctx, [...new Set([...versionIds, ...(entry ? [entry] : [])])]),
    loadAllocations(ctx, journey.id),
  ]);
  const state = { ...journeyState(journey, entry), ...(allocations.size > 0 ? { allocations } : {}) };
  return { workspace, journeys: new Map([[journey.id, state]]), programs, allocations, ...segments };
}

async function loadWorkspace(ctx: Context): Promise<World["workspace"]> {
  const { workspaces } = schema;
  const [row] = await ctx.database.orm.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  if (!row) throw notFound("workspace");
  const tooOldMs = Number(row.settings.tooOldHours ?? TOO_OLD_HOURS) * 3_600_000;
  return { id: row.id, name: row.name, timezone: row.timezone, tooOldMs };
}

async function loadSegments(ctx: Context): Promise<Pick<FactWorld, "segments" | "segmentNames">> {
  const { segments } = schema;
  const { id, key, number, name, rules, formerKeys } = segments;
  const rows = await ctx.database.orm
    .select({ id, key, number, name, rules, formerKeys })
    .from(segments)
    .where(eq(segments.workspaceId, ctx.workspaceId));
  return {
    segments: new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          key: row.key,
          number: row.number,
          formerKeys: row.formerKeys,
          ...(row.rules ? { rules: row.rules } : {}),
        },
      ]),
    ),
    segmentNames: segmentNames(rows),
  };
}

export async function loadPrograms(ctx: Reader, ids: readonly string[]): Promise<Map<string, Program>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.database.sql<{ id: string; program: Program }[]>`
    select id, program from versions where id = any(${[...ids]}::text[]::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.program]));
}

async function loadAllocations(ctx: Context, journeyId: string): Promise<Map<string, SplitAllocation>> {
  const { splitAllocations } = schema;
  const rows = await ctx.database.orm.select().from(splitAllocations).where(eq(splitAllocations.journeyId, journeyId));
  return new Map(
    rows.flatMap(({ nodeId, source, basis, weights }) =>
      weights ? [[nodeId, { source, basis, weights }] as const] : [],
    ),
  );
}

function journeyState(row: JourneyRow, entryVersionId: string | null): JourneyState {
  const { id, number, key, shortId, status, pauseMode, onResume, epoch } = row;
  const pauses = row.pauses.map(({ mode, from, to }) => ({
    mode,
    from: Date.parse(from),
    to: to === null ? null : Date.parse(to),
  }));
  return { id, number, key, shortId, status, pauseMode, pauses, onResume, epoch, entryVersionId };
}
