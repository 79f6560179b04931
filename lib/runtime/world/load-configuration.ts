import {
  type JourneyStateRow,
  PROGRAM_FORMAT,
  type Program,
  type SegmentDefinitionRow,
  segmentEvents,
  snapshotOf,
  type WorkspaceRow,
} from "#engine";
import { readConfiguration } from "#store";
import type { Connection } from "#store/sql";
import { readPrograms, readUnreadableVersions } from "#store/versions";
import type { Runtime } from "../runtime.ts";
import type { Configuration, LoadedWorld } from "./configuration.ts";
import { runnable } from "./runnable.ts";

/** The configuration of at least this revision; read again only when the revision moved (R14). */
export async function loadConfiguration(runtime: Runtime, sql: Connection, revision: number): Promise<Configuration> {
  const current = runtime.configuration.current;
  if (current.revision >= revision) return current;
  const [{ workspaces, journeys, segments }, unreadable] = await Promise.all([
    readConfiguration(sql),
    readUnreadableVersions(sql, PROGRAM_FORMAT),
  ]);
  const known = new Map<string, Program>();
  for (const world of current.worlds.values()) for (const [id, program] of world.programs) known.set(id, program);
  const entering = journeys.flatMap((journey) => journey.versionId ?? []);
  // Versions that nobody enters are met again where people stand on them.
  const faulty = new Map([...current.faulty].filter(([id]) => entering.includes(id)));
  const missing = entering.filter((id) => !known.has(id) && !unreadable.includes(id) && !faulty.has(id));
  if (missing.length > 0)
    for (const row of runnable(faulty, await readPrograms(sql, missing))) known.set(row.id, row.program);
  const journeysOf = Map.groupBy(journeys, (journey) => journey.workspaceId);
  const segmentsOf = Map.groupBy(segments, (segment) => segment.workspaceId);
  const worlds = new Map<string, LoadedWorld>();
  for (const workspace of workspaces) {
    worlds.set(
      workspace.id,
      buildWorld(workspace, journeysOf.get(workspace.id) ?? [], segmentsOf.get(workspace.id) ?? [], known),
    );
  }
  const entered = journeys.filter((journey) => journey.versionId !== null && unreadable.includes(journey.versionId));
  const closed = [...new Set(entered.map((journey) => journey.workspaceId))];
  const loaded: Configuration = { revision, worlds, unreadable, faulty, closed };
  if (loaded.revision > runtime.configuration.current.revision) runtime.configuration.current = loaded;
  return loaded;
}

function buildWorld(
  workspace: WorkspaceRow,
  journeys: JourneyStateRow[],
  segments: SegmentDefinitionRow[],
  known: ReadonlyMap<string, Program>,
): LoadedWorld {
  const own = new Set(journeys.map((journey) => journey.id));
  const programs = new Map([...known].filter(([, program]) => own.has(program.journeyId)));
  const entered = journeys.flatMap((journey) => programs.get(journey.versionId ?? "") ?? []);
  const entries = entered.flatMap((program) => program.entries);
  return {
    ...snapshotOf(workspace, journeys, segments, programs),
    programs,
    startingEvents: new Set(entries.flatMap((entry) => entry.eventName ?? [])),
    entersBySegment:
      entered.some((program) => program.audienceId !== null) ||
      entries.some((entry) => entry.kind.startsWith("SEGMENT")),
    audiences: audiencesOf(journeys, entered),
    segmentEvents: segments.flatMap((segment) => segmentEvents(segment.rules)),
    usesSegments: segments.length > 0,
    usesQueues: journeys.some((journey) => journey.pauses.some((pause) => pause.mode === "queue")),
  };
}

function audiencesOf(journeys: JourneyStateRow[], entered: readonly Program[]): Map<string, string[]> {
  const open = new Set(journeys.filter((journey) => journey.status === "published").map((journey) => journey.id));
  const audiences = new Map<string, string[]>();
  for (const { journeyId, audienceId, entries } of entered) {
    if (audienceId === null || !open.has(journeyId) || entries.some((entry) => entry.kind !== "MANUAL")) continue;
    audiences.set(audienceId, [...(audiences.get(audienceId) ?? []), journeyId]);
  }
  return audiences;
}
