import { prepare } from "./prepare.ts";
import type { Program } from "./program.ts";
import { isGoalEvent, isGoalState } from "./run/judging.ts";
import type { EventFact, Instant } from "./signal.ts";
import type { Person, PersonChange } from "./turn.ts";

/** A trip that is over, or under way, with what the logs hold of its time. */
export type PastStretch = {
  readonly enrolledAt: Instant;
  /** `null` = still running. */
  readonly endedAt: Instant | null;
  /** The event that started the trip: it never counts for it. */
  readonly startedBy: string | null;
  /** The person as now, and every change since the start, oldest first: undone backwards they tell how it was. */
  readonly person: Person;
  readonly changes: readonly Pick<PersonChange, "at" | "before">[];
  /** Events of the goal's name, oldest first. */
  readonly events: readonly EventFact[];
  readonly tooOldMs: number;
};

/** When a program's goal was reached during a trip, judged as it is live (R26); `null` = it was not. */
export function goalReached(
  program: Program,
  stretch: PastStretch,
): { readonly at: Instant; readonly eventId: string | null } | null {
  const { goal } = prepare(program);
  if (goal === null) return null;
  const isInside = (at: Instant) => at >= stretch.enrolledAt && (stretch.endedAt === null || at <= stretch.endedAt);
  if (goal.goal.type === "attribute_match") {
    const at = cameTrue(stretch, (person, when) => isGoalState(goal, person, when), isInside);
    return at === null ? null : { at, eventId: null };
  }
  const event = stretch.events.find(
    (candidate) =>
      isInside(candidate.receivedAt) &&
      candidate.id !== stretch.startedBy &&
      candidate.imported !== true &&
      candidate.receivedAt - candidate.timestamp <= stretch.tooOldMs &&
      isGoalEvent(goal, candidate),
  );
  return event === undefined ? null : { at: event.receivedAt, eventId: event.id };
}

/** The event names that may reach the goal; none for a goal that is a state of the person. */
export function goalEvents(program: Program): string[] {
  const name = prepare(program).goal?.eventName ?? null;
  return name === null ? [] : [name];
}

/** A state counts when it comes true, not when it was so from the start (R26). */
function cameTrue(
  { person, changes, enrolledAt }: PastStretch,
  isTrue: (person: Person, at: Instant) => boolean,
  isInside: (at: Instant) => boolean,
): Instant | null {
  const later = changes.filter((change) => change.at > enrolledAt);
  const after: Person[] = [];
  let state = person;
  for (const change of later.toReversed()) {
    after.unshift(state);
    state = { ...state, traits: { ...state.traits, ...(change.before.traits as Person["traits"] | undefined) } };
  }
  let was = isTrue(state, enrolledAt);
  for (const [index, change] of later.entries()) {
    const is = isTrue(after[index] ?? person, change.at);
    if (is && !was && isInside(change.at)) return change.at;
    was = is;
  }
  return null;
}
