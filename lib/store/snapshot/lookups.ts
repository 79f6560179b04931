import {
  audienceSegments,
  type JourneyState,
  type Program,
  type SegmentDefinition,
  segmentEvents,
  splitsOf,
  type WorkspaceSnapshot,
} from "#engine";
import { triggerCauses } from "#journey";

/** What the loaders of people look up repeatedly in the snapshot of a workspace. */
export type Lookups = {
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

const known = new WeakMap<WorkspaceSnapshot, Lookups>();

/**
 * Computed once for each snapshot. Programs that are loaded later change nothing here, because nobody can enter them.
 */
export function lookupsOf(snapshot: WorkspaceSnapshot): Lookups {
  let lookups = known.get(snapshot);
  if (lookups === undefined) {
    lookups = build(snapshot);
    known.set(snapshot, lookups);
  }
  return lookups;
}

function build(snapshot: WorkspaceSnapshot): Lookups {
  const journeys = [...snapshot.journeys.values()];
  const segments = [...(snapshot.segments?.values() ?? [])];
  const entered = journeys.flatMap((journey) => snapshot.programs.get(journey.entryVersionId ?? "") ?? []);
  const entries = entered.flatMap((program) => program.entries);
  return {
    startingEvents: new Set(entries.flatMap((entry) => entry.eventName ?? [])),
    entersBySegment:
      entered.some((program) => program.audienceId !== null || audienceSegments(program).length > 0) ||
      entries.some((entry) => triggerCauses[entry.kind] === "segment"),
    audiences: audiencesOf(journeys, entered),
    segmentEvents: segments.flatMap((segment) => segmentEvents(segment.rules)),
    segmentNames: segmentNames(segments),
    usesSegments: segments.length > 0,
    usesQueues: journeys.some((journey) => journey.pauses.some((pause) => pause.mode === "queue")),
  };
}

function audiencesOf(journeys: readonly JourneyState[], entered: readonly Program[]): Map<string, string[]> {
  const open = new Set(journeys.filter((journey) => journey.status === "published").map((journey) => journey.id));
  const audiences = new Map<string, string[]>();
  for (const program of entered) {
    if (!open.has(program.journeyId)) continue;
    for (const segment of audienceSegments(program))
      audiences.set(segment, [...(audiences.get(segment) ?? []), program.journeyId]);
  }
  return audiences;
}

/** Names by reference. Current keys take precedence over former ones: a former key may belong to another segment now. */
export function segmentNames(segments: readonly SegmentDefinition[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { formerKeys, name, key } of segments)
    for (const former of formerKeys ?? []) names.set(former, name ?? key);
  for (const { number, name, key } of segments) names.set(String(number), name ?? key);
  for (const { name, key } of segments) names.set(key, name ?? key);
  for (const { id, name, key } of segments) names.set(id, name ?? key);
  return names;
}

const loaded = new WeakMap<WorkspaceSnapshot, { readonly size: number; readonly found: boolean }>();

/** Whether any loaded program has a split that uses earlier paths; cached until another program is loaded. */
export function hasStickySplits(snapshot: WorkspaceSnapshot | undefined): boolean {
  if (snapshot === undefined) return false;
  const memory = loaded.get(snapshot);
  if (memory?.size === snapshot.programs.size) return memory.found;
  const found = [...snapshot.programs.values()].flatMap(splitsOf).some(({ config }) => Boolean(config.sticky));
  loaded.set(snapshot, { size: snapshot.programs.size, found });
  return found;
}
