import type { TriggerType } from "#journey";
import type { JourneyState, WorkspaceSnapshot } from "../advance-input.ts";
import type { Occurrence } from "../execution.ts";
import type { AdvanceState, Prepared, PreparedEntry } from "../model.ts";
import { ruleContextAbout } from "../person/rule-context.ts";
import { prepare } from "../prepare.ts";
import type { Pins, ProgramEntry } from "../program.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { nearMiss } from "./near-misses.ts";
import { triggerKinds } from "./trigger-kinds.ts";

/** A journey that an event may start, with the entries that the event's name matches, in document order. */
export type Candidate = {
  readonly journey: JourneyState;
  readonly prepared: Prepared;
  readonly entries: readonly PreparedEntry[];
};

const indexes = new WeakMap<WorkspaceSnapshot, ReadonlyMap<string, readonly Candidate[]>>();

/** The journeys that an event of a name may start, ordered by journey number (R18); computed once per batch. */
export function entryIndex(snapshot: WorkspaceSnapshot): ReadonlyMap<string, readonly Candidate[]> {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = build(snapshot);
    indexes.set(snapshot, index);
  }
  return index;
}

function build(snapshot: WorkspaceSnapshot): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  const journeys = [...snapshot.journeys.values()].sort((left, right) => left.number - right.number);
  for (const journey of journeys) {
    const prepared = entryProgram(snapshot, journey);
    if (prepared === null) continue;
    const named = prepared.entries.filter(({ entry }) => entry.eventName !== null);
    for (const [name, entries] of Map.groupBy(named, ({ entry }) => entry.eventName ?? "")) {
      const list = index.get(name);
      const candidate = { journey, prepared, entries };
      if (list === undefined) index.set(name, [candidate]);
      else list.push(candidate);
    }
  }
  return index;
}

/** The program on which new enrollments start; null for drafts and archived journeys. */
export function entryProgram(snapshot: WorkspaceSnapshot, journey: JourneyState): Prepared | null {
  if (journey.status !== "published" && journey.status !== "paused") return null;
  const program = journey.entryVersionId === null ? undefined : snapshot.programs.get(journey.entryVersionId);
  return program === undefined ? null : prepare(program);
}

/**
 * The first TRIGGER whose name, pattern and filters the event matches; an event that a filter excludes makes no near
 * miss (R28b).
 */
export function matchingEntry(
  advanceState: AdvanceState,
  candidate: Candidate,
  event: LoggedEvent,
  at: EpochMs,
): PreparedEntry | null {
  for (const prepared of candidate.entries) {
    const { entry, test } = prepared;
    if (!matchesTrigger(entry, event, candidate.prepared.program.pins)) continue;
    const asked = { person: advanceState.person, prepared: candidate.prepared, at, event };
    if (test(ruleContextAbout(advanceState, asked, { trigger: event }))) return prepared;
  }
  return null;
}

function matchesTrigger<Kind extends TriggerType>(
  { kind, config }: ProgramEntry<Kind>,
  event: LoggedEvent,
  pins: Pins | undefined,
): boolean {
  return triggerKinds[kind].matches(config, event, pins);
}

/** Records the near misses of an event that would have started journeys if it were not too old (R30). */
export function nearMissesOfOld(what: Occurrence, event: LoggedEvent): void {
  const { advanceState, at } = what;
  const detail = { timestamp: event.timestamp, imported: event.imported === true };
  for (const candidate of entryIndex(advanceState.input.snapshot).get(event.name) ?? []) {
    if (matchingEntry(advanceState, candidate, event, at) !== null)
      nearMiss(what, candidate.journey, "too_old", detail);
  }
}
