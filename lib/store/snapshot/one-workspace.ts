import { PROGRAM_FORMAT, type Program, snapshotOf, type WorkspaceSnapshot } from "#engine";
import type { Connection } from "../sql/connection.ts";
import { readPrograms } from "../versions/read.ts";
import { decisionsOf } from "./read-decisions.ts";
import { type OneJourney, readConfiguration } from "./read-rows.ts";
import { runnable } from "./runnable.ts";

/**
 * The workspace of one journey, with the version that people enter and the other versions named; `null`: there is no
 * such workspace. For explain and preview; the result is not cached.
 */
export async function readSnapshot(
  sql: Connection,
  of: OneJourney,
  versionIds: readonly string[] = [],
): Promise<WorkspaceSnapshot | null> {
  const { workspaces, journeys, segments, campaigns, decisions } = await readConfiguration(sql, of);
  const [workspace] = workspaces;
  if (!workspace) return null;
  const entered = journeys.flatMap(({ versionId }) => versionId ?? []);
  const programs = await readRunnable(sql, [...new Set([...versionIds, ...entered])]);
  return snapshotOf(
    { workspace, journeys, segments, campaigns, decisions: decisionsOf(decisions, workspace.id) },
    programs,
  );
}

/** The programs that the engine of this release can run. */
export async function readRunnable(sql: Connection, versionIds: readonly string[]): Promise<Map<string, Program>> {
  if (versionIds.length === 0) return new Map();
  const rows = await readPrograms(sql, versionIds, PROGRAM_FORMAT);
  return new Map(runnable(new Map(), rows).map(({ id, program }) => [id, program]));
}
