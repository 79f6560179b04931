import {
  faultOf,
  PROGRAM_FORMAT,
  type Program,
  type SegmentDefinition,
  type SplitAllocation,
  snapshotOf,
  type World,
} from "#engine";
import { type Context, notFound, type Reader } from "#services";
import { readConfiguration } from "#store";
import { segmentNames } from "./segment-names.ts";

/** What is the same for everybody in the workspace, as the engine's batches see it; `segmentNames` is for sentences. */
export type FactWorld = World & {
  readonly segments: ReadonlyMap<string, SegmentDefinition>;
  readonly segmentNames: ReadonlyMap<string, string>;
  /** Learned and promoted shares of the journey's splits, by node. */
  readonly allocations: ReadonlyMap<string, SplitAllocation>;
};

/** The workspace around one journey, with its entry version and the given others. */
export async function loadWorld(
  ctx: Context,
  { id: journeyId }: { readonly id: string },
  versionIds: readonly string[],
): Promise<FactWorld> {
  const { workspaces, journeys, segments } = await readConfiguration(ctx.database.sql, {
    workspaceId: ctx.workspaceId,
    journeyId,
  });
  const [workspace] = workspaces;
  if (!workspace) throw notFound("workspace");
  const entered = journeys.flatMap(({ versionId }) => versionId ?? []);
  const programs = await loadPrograms(ctx, [...new Set([...versionIds, ...entered])]);
  const world = snapshotOf(workspace, journeys, segments, programs);
  const allocations = world.journeys.get(journeyId)?.allocations ?? new Map();
  return { ...world, allocations, segmentNames: segmentNames(segments) };
}

/** Those that the engine of this release would run. */
export async function loadPrograms(ctx: Reader, ids: readonly string[]): Promise<Map<string, Program>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.database.sql<{ id: string; program: Program }[]>`
    select id, program from versions where id = any(${[...ids]}::text[]::uuid[]) and program_format <= ${PROGRAM_FORMAT}`;
  return new Map(rows.flatMap((row) => (faultOf(row.program) === null ? [[row.id, row.program] as const] : [])));
}
