import { PROGRAM_FORMAT, type Program } from "#engine";
import type { Connection } from "../sql/connection.ts";
import { readPrograms, readUnreadableVersions } from "../versions/read.ts";
import { readConfiguration } from "./read-rows.ts";
import { type FaultyVersion, runnable } from "./runnable.ts";
import { buildSnapshot, type WorkspaceSnapshot } from "./workspace-snapshot.ts";

/** Everything of one revision of `engine_config`. Programs are immutable and reused in the next revision (R14). */
export type Configuration = {
  readonly revision: number;
  readonly worlds: ReadonlyMap<string, WorkspaceSnapshot>;
  /** Versions with a newer program format than this worker can run (R16). */
  readonly unreadable: readonly string[];
  /** Versions that no worker can run. Nobody enters them, and people on one stay there (R53). */
  readonly faulty: Map<string, FaultyVersion>;
  /** Workspaces in which people enter an unreadable version. Any of their events may be its trigger. */
  readonly closed: readonly string[];
};

export const emptyConfiguration: Configuration = {
  revision: -1,
  worlds: new Map(),
  unreadable: [],
  faulty: new Map(),
  closed: [],
};

/** Reads the snapshots of all workspaces. Programs that `before` contains are not read again. */
export async function readSnapshots(sql: Connection, revision: number, before: Configuration): Promise<Configuration> {
  const [{ workspaces, journeys, segments }, unreadable] = await Promise.all([
    readConfiguration(sql),
    readUnreadableVersions(sql, PROGRAM_FORMAT),
  ]);
  const known = new Map<string, Program>();
  for (const world of before.worlds.values()) for (const [id, program] of world.programs) known.set(id, program);
  const entering = journeys.flatMap((journey) => journey.versionId ?? []);
  // Faults of other versions are found again where people stand on them.
  const faulty = new Map([...before.faulty].filter(([id]) => entering.includes(id)));
  const missing = entering.filter((id) => !known.has(id) && !unreadable.includes(id) && !faulty.has(id));
  if (missing.length > 0)
    for (const row of runnable(faulty, await readPrograms(sql, missing))) known.set(row.id, row.program);
  const journeysOf = Map.groupBy(journeys, (journey) => journey.workspaceId);
  const segmentsOf = Map.groupBy(segments, (segment) => segment.workspaceId);
  const worlds = new Map<string, WorkspaceSnapshot>();
  for (const workspace of workspaces) {
    const rows = {
      workspace,
      journeys: journeysOf.get(workspace.id) ?? [],
      segments: segmentsOf.get(workspace.id) ?? [],
    };
    const own = new Set(rows.journeys.map((journey) => journey.id));
    const programs = new Map([...known].filter(([, program]) => own.has(program.journeyId)));
    worlds.set(workspace.id, buildSnapshot(rows, programs));
  }
  const entered = journeys.filter((journey) => journey.versionId !== null && unreadable.includes(journey.versionId));
  const closed = [...new Set(entered.map((journey) => journey.workspaceId))];
  return { revision, worlds, unreadable, faulty, closed };
}
