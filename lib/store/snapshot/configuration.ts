import { PROGRAM_FORMAT, type Program, snapshotOf, type WorkspaceSnapshot } from "#engine";
import type { Connection } from "../sql/connection.ts";
import { readPrograms, readUnreadableVersions } from "../versions/read.ts";
import { decisionsOf } from "./read-decisions.ts";
import { readConfiguration } from "./read-rows.ts";
import { type FaultyVersion, runnable } from "./runnable.ts";

/** Everything of one revision of `engine_config`. Programs are immutable and reused in the next revision (R14). */
export type Configuration = {
  readonly revision: number;
  readonly snapshots: ReadonlyMap<string, WorkspaceSnapshot>;
  /** By workspace: the programs of its snapshot. `loadPrograms` adds those that people stand on. */
  readonly programs: ReadonlyMap<string, Map<string, Program>>;
  /** Versions with a newer program format than this worker can run (R16). */
  readonly unreadable: readonly string[];
  /** Versions that no worker can run. Nobody enters them, and people on one stay there (R53). */
  readonly faulty: Map<string, FaultyVersion>;
  /** Workspaces in which people enter an unreadable version. Any of their events may be its trigger. */
  readonly closed: readonly string[];
};

export const emptyConfiguration: Configuration = {
  revision: -1,
  snapshots: new Map(),
  programs: new Map(),
  unreadable: [],
  faulty: new Map(),
  closed: [],
};

/** Reads the snapshots of all workspaces. Programs that `before` contains are not read again. */
export async function readSnapshots(sql: Connection, revision: number, before: Configuration): Promise<Configuration> {
  const [{ workspaces, journeys, segments, campaigns, decisions }, unreadable] = await Promise.all([
    readConfiguration(sql),
    readUnreadableVersions(sql, PROGRAM_FORMAT),
  ]);
  const known = new Map<string, Program>();
  for (const snapshot of before.snapshots.values())
    for (const [id, program] of snapshot.programs) known.set(id, program);
  const entering = journeys.flatMap((journey) => journey.versionId ?? []);
  // Faults of other versions are found again where people stand on them.
  const faulty = new Map([...before.faulty].filter(([id]) => entering.includes(id)));
  const missing = entering.filter((id) => !known.has(id) && !unreadable.includes(id) && !faulty.has(id));
  if (missing.length > 0)
    for (const row of runnable(faulty, await readPrograms(sql, missing))) known.set(row.id, row.program);
  const journeysOf = Map.groupBy(journeys, (journey) => journey.workspaceId);
  const segmentsOf = Map.groupBy(segments, (segment) => segment.workspaceId);
  const campaignsOf = Map.groupBy(campaigns, (campaign) => campaign.workspaceId);
  const snapshots = new Map<string, WorkspaceSnapshot>();
  const programs = new Map<string, Map<string, Program>>();
  for (const workspace of workspaces) {
    const own = journeysOf.get(workspace.id) ?? [];
    const ids = new Set(own.map((journey) => journey.id));
    const ready = new Map([...known].filter(([, program]) => ids.has(program.journeyId)));
    programs.set(workspace.id, ready);
    const rows = {
      workspace,
      journeys: own,
      segments: segmentsOf.get(workspace.id) ?? [],
      campaigns: campaignsOf.get(workspace.id) ?? [],
      decisions: decisionsOf(decisions, workspace.id),
    };
    snapshots.set(workspace.id, snapshotOf(rows, ready));
  }
  const entered = journeys.filter((journey) => journey.versionId !== null && unreadable.includes(journey.versionId));
  const closed = [...new Set(entered.map((journey) => journey.workspaceId))];
  return { revision, snapshots, programs, unreadable, faulty, closed };
}
