import { eq, inArray } from "drizzle-orm";
import { schema } from "#db";
import type { Program, World } from "#engine";
import type { Context } from "#services";
import type { JourneyRow } from "../find-journey.ts";

const TOO_OLD_HOURS = 72;

/** What trying a move out needs to know of the workspace; segments keep who is in them. */
export async function loadDryWorld(ctx: Context, journey: JourneyRow, versionIds: readonly string[]): Promise<World> {
  const { workspaces, segments, versions } = schema;
  const { orm } = ctx.database;
  const [[workspace], groups, programs] = await Promise.all([
    orm.select().from(workspaces).where(eq(workspaces.id, journey.workspaceId)),
    orm
      .select({ id: segments.id, key: segments.key, number: segments.number })
      .from(segments)
      .where(eq(segments.workspaceId, journey.workspaceId)),
    orm
      .select({ id: versions.id, program: versions.program })
      .from(versions)
      .where(inArray(versions.id, [...versionIds])),
  ]);
  if (!workspace) throw new Error("a journey without a workspace");
  const { id, name, timezone } = workspace;
  const tooOldMs = Number(workspace.settings.tooOldHours ?? TOO_OLD_HOURS) * 3_600_000;
  return {
    workspace: { id, name, timezone, tooOldMs },
    journeys: new Map(),
    programs: new Map(programs.map((row) => [row.id, row.program as Program])),
    segments: new Map(groups.map((group) => [group.id, group])),
  };
}
