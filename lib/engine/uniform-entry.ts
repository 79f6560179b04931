import { type JsonObject, nodeKinds } from "#journey";
import { advance } from "./advance.ts";
import type {
  AdvanceResult,
  CountDelta,
  EnrollmentStart,
  HistoryRow,
  Person,
  Position,
  WorkspaceSnapshot,
} from "./advance-input.ts";
import { entryProgram } from "./entry/candidates.ts";
import type { Prepared } from "./model.ts";
import type { EpochMs, Signal } from "./signal.ts";
import { asksForTraitsOnly, traitsAskedFor } from "./traits-asked-for.ts";

/** The result of one `enroll` signal that is the same for many people, except for ids and the person. */
export type UniformEntry = {
  readonly start: EnrollmentStart;
  readonly enrollment: Position;
  readonly history: HistoryRow;
  readonly counts: readonly CountDelta[];
};

type EnrollSignal = Extract<Signal, { kind: "enroll" }>;

const NOBODY = "00000000-0000-7000-8000-000000000000";

/** The traits of these names, as a group of people have them; those that they do not have are absent. */
export type SharedTraits = { readonly names: readonly string[]; readonly traits: JsonObject };

const NONE: SharedTraits = { names: [], traits: {} };

/** People are grouped by so many traits at most. */
const MOST_TRAITS = 4;

/**
 * The traits on which an entry may depend: people who have the same values enter alike, if `enterUniformly` says so. `null` =
 * each person needs a call of advance.
 */
export function traitsOfEntry(snapshot: WorkspaceSnapshot, signal: EnrollSignal): readonly string[] | null {
  const prepared = enterable(snapshot, signal);
  if (prepared === null) return null;
  const conditions = [...prepared.states.values()].filter(({ program }) => nodeKinds[program.type].readsByRules);
  const asking = [prepared.entry.parts.rules, ...conditions.map(({ program }) => program.config)];
  const names = new Set(asking.filter(asksForTraitsOnly).flatMap(traitsAskedFor));
  return names.size > MOST_TRAITS ? null : [...names].sort();
}

/** The published version, if its entry asks nothing of people but traits. */
function enterable(snapshot: WorkspaceSnapshot, signal: EnrollSignal): Prepared | null {
  const journey = snapshot.journeys.get(signal.journeyId);
  const prepared = journey?.status === "published" ? entryProgram(snapshot, journey) : null;
  return prepared === null || asksOfPeople(prepared) || hasFilter(prepared, signal.nodeId) ? null : prepared;
}

/**
 * Computes the entry once if it depends on nothing of the person but the `shared` traits: no other rule, no message and no
 * random draw before the first wait. The result is valid for every identified person with these traits and without a
 * `timezone` of their own who was never in the journey and has nothing else due. `null` = each person needs a call of
 * advance. `members` is the segment that all of them are in.
 */
export function enterUniformly(
  snapshot: WorkspaceSnapshot,
  signal: EnrollSignal,
  members: string | null,
  shared: SharedTraits = NONE,
): UniformEntry | null {
  const prepared = enterable(snapshot, signal);
  if (prepared === null || !reads(prepared.entry.parts.rules, shared)) return null;
  const outcome = advance({
    now: signal.at,
    horizon: null,
    person: samplePerson(signal.at, members, shared.traits),
    enrollments: [],
    past: [],
    queued: [],
    events: [],
    signals: [signal],
    // Segments are left out, because their rules do not read enrollments: entering changes no membership.
    snapshot: { ...snapshot, segments: new Map() },
  });
  const [start, enrollment, history] = [outcome.started[0], outcome.enrollments[0], outcome.history[0]];
  if (!start || !enrollment || !history || !isPlain(outcome, prepared, shared)) return null;
  const told = JSON.stringify([start.trigger, enrollment.state, history.hops]);
  if ([NOBODY, start.id, signal.id].some((id) => told.includes(id))) return null;
  return { start, enrollment, history, counts: outcome.counts };
}

/** Whether rules or a config ask for the shared traits only. */
const reads = (asking: unknown, { names }: SharedTraits): boolean =>
  asksForTraitsOnly(asking) && traitsAskedFor(asking).every((name) => names.includes(name));

function samplePerson(at: EpochMs, members: string | null, traits: JsonObject): Person {
  const segments = members === null ? [] : [members];
  const known = { externalId: "anybody", anonymousId: null, traits, tags: [], stage: null };
  return { id: NOBODY, ...known, segments, lastEnteredAt: null, createdAt: at };
}

function asksOfPeople({ entry, settings, goal, exitRules, lookingBack }: Prepared): boolean {
  const { rules, expression, segments = [] } = entry.parts;
  return (
    !asksForTraitsOnly(rules) ||
    expression !== undefined ||
    segments.length > 0 ||
    (settings.minDaysSinceLastJourney ?? null) !== null ||
    (settings.holdout?.percent ?? 0) > 0 ||
    (goal !== null && goal.eventName === null) ||
    exitRules.some(({ eventName }) => eventName === null) ||
    lookingBack.length > 0
  );
}

/** A trigger on entering a segment may have a filter in addition. */
function hasFilter({ entries }: Prepared, nodeId: string | undefined): boolean {
  return entries.some(
    ({ entry: { nodeId: id, config } }) => id === nodeId && (config.filter ?? config.expression) !== undefined,
  );
}

/** True when the only result is one enrollment that stands on a wait. */
function isPlain(outcome: AdvanceResult, { states }: Prepared, shared: SharedTraits): boolean {
  const { started, enrollments, history } = outcome;
  if ([started, enrollments, history].some((rows) => rows.length !== 1) || enrollments[0]?.instanceKey !== "")
    return false;
  const { changes, ended, deliveries, conversions, choices, sides, picks } = outcome;
  const { emitted, campaigns, queuedAdded, alerts, nearMisses } = outcome;
  const plain = [
    changes,
    ended,
    deliveries,
    conversions,
    choices,
    sides,
    picks,
    emitted,
    campaigns,
    queuedAdded,
    alerts,
    nearMisses,
  ];
  const path = history[0]?.hops.map(({ to }) => states.get(to ?? "")?.program) ?? [];
  const isAlike = path.every(
    (state) =>
      state &&
      (!nodeKinds[state.type].readsPerson(state.config) ||
        (nodeKinds[state.type].readsByRules && reads(state.config, shared))),
  );
  return plain.every((rows) => rows.length === 0) && isAlike;
}
