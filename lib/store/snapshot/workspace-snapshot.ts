import type { WorkspaceRow, World } from "#engine";
import { type JourneyStateRow, type Program, type SegmentDefinitionRow, segmentEvents, snapshotOf } from "#engine";
import { segmentNames } from "./segment-names.ts";

/**
 * What is equal for all people of a workspace at one time: the part that `advance` reads, and what the loaders of
 * people look up repeatedly. Programs are added when people on other versions are read.
 */
export type WorkspaceSnapshot = World & {
  readonly programs: Map<string, Program>;
  readonly segments: NonNullable<World["segments"]>;
  /** Events that can start an enrollment. Only these require reading finished enrollments. */
  readonly startingEvents: ReadonlySet<string>;
  /** Whether a change of the person can start an enrollment: an audience, or a trigger on a segment. */
  readonly entersBySegment: boolean;
  /** By segment: journeys that have it as audience and no other entry (R28). */
  readonly audiences: ReadonlyMap<string, readonly string[]>;
  /** Event names that the rules of segments count. */
  readonly segmentEvents: readonly string[];
  /** Names of segments by each of their references, for use in sentences. */
  readonly segmentNames: ReadonlyMap<string, string>;
  readonly usesSegments: boolean;
  readonly usesQueues: boolean;
};

type Rows = {
  readonly workspace: WorkspaceRow;
  readonly journeys: readonly JourneyStateRow[];
  readonly segments: readonly SegmentDefinitionRow[];
};

/** `programs` are those of the given journeys: of the versions that people can enter, and of other needed versions. */
export function buildSnapshot(
  { workspace, journeys, segments }: Rows,
  programs: Map<string, Program>,
): WorkspaceSnapshot {
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
    segmentNames: segmentNames(segments),
    usesSegments: segments.length > 0,
    usesQueues: journeys.some((journey) => journey.pauses.some((pause) => pause.mode === "queue")),
  };
}

function audiencesOf(journeys: readonly JourneyStateRow[], entered: readonly Program[]): Map<string, string[]> {
  const open = new Set(journeys.filter((journey) => journey.status === "published").map((journey) => journey.id));
  const audiences = new Map<string, string[]>();
  for (const { journeyId, audienceId, entries } of entered) {
    if (audienceId === null || !open.has(journeyId) || entries.some((entry) => entry.kind !== "MANUAL")) continue;
    audiences.set(audienceId, [...(audiences.get(audienceId) ?? []), journeyId]);
  }
  return audiences;
}
