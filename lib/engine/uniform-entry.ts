import { nodeKinds } from "#journey";
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

/** The result of one `enroll` signal that is the same for many people, except for ids and the person. */
export type UniformEntry = {
  readonly start: EnrollmentStart;
  readonly enrollment: Position;
  readonly history: HistoryRow;
  readonly counts: readonly CountDelta[];
};

type EnrollSignal = Extract<Signal, { kind: "enroll" }>;

const NOBODY = "00000000-0000-7000-8000-000000000000";

/**
 * Computes the entry once if it does not depend on the person: no rule, no message and no random draw before the first
 * wait. The result is valid for every identified person without a `timezone` of their own who was never in the journey
 * and has nothing else due. `null` = each person needs a call of advance. `members` is the segment that all of them are
 * in.
 */
export function enterUniformly(
  snapshot: WorkspaceSnapshot,
  signal: EnrollSignal,
  members: string | null,
): UniformEntry | null {
  const journey = snapshot.journeys.get(signal.journeyId);
  const prepared = journey?.status === "published" ? entryProgram(snapshot, journey) : null;
  if (prepared === null || asksOfPeople(prepared) || hasFilter(prepared, signal.nodeId)) return null;
  const outcome = advance({
    now: signal.at,
    horizon: null,
    person: samplePerson(signal.at, members),
    enrollments: [],
    past: [],
    queued: [],
    events: [],
    signals: [signal],
    // Segments are left out, because their rules do not read enrollments: entering changes no membership.
    snapshot: { ...snapshot, segments: new Map() },
  });
  const [start, enrollment, history] = [outcome.started[0], outcome.enrollments[0], outcome.history[0]];
  if (!start || !enrollment || !history || !isPlain(outcome, prepared)) return null;
  const told = JSON.stringify([start.trigger, enrollment.state, history.hops]);
  if ([NOBODY, start.id, signal.id].some((id) => told.includes(id))) return null;
  return { start, enrollment, history, counts: outcome.counts };
}

function samplePerson(at: EpochMs, members: string | null): Person {
  const segments = members === null ? [] : [members];
  const known = { externalId: "anybody", anonymousId: null, traits: {}, tags: [], stage: null };
  return { id: NOBODY, ...known, segments, lastEnteredAt: null, createdAt: at };
}

function asksOfPeople({ entry, settings, goal, exitRules, lookingBack }: Prepared): boolean {
  const { rules, expression, segments = [] } = entry.parts;
  return (
    rules !== undefined ||
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
function isPlain(outcome: AdvanceResult, { states }: Prepared): boolean {
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
  const asksNothing = path.every((state) => state && !nodeKinds[state.type].readsPerson(state.config));
  return plain.every((rows) => rows.length === 0) && asksNothing;
}
