import type { JsonObject } from "#journey";
import type { JourneyState, Person, PersonChange } from "./advance-input.ts";
import { personZone } from "./calendar/index.ts";
import { isGoalEvent, isGoalState, prepareGoal, readableGoal } from "./exits/goal.ts";
import { type GoalLimits, ownerOf, type Stay } from "./exits/goal-owner.ts";
import type { PreparedGoal } from "./model.ts";
import type { Program } from "./program.ts";
import type { EpochMs, LoggedEvent } from "./signal.ts";

export type PastStay = Stay & {
  /** The event that started the enrollment: it does not count as its goal. */
  readonly startedBy: string | null;
};

/** A conversion as it was counted: at `at` (epoch ms), by an event or (null) by a state of the person. */
export type Reached = {
  readonly enrollmentId: string;
  readonly at: EpochMs;
  readonly eventId: string | null;
  readonly value: number | null;
};

/** All enrollments of one person in a journey, with the logged data of that time. */
export type CountedPerson = {
  readonly stays: readonly PastStay[];
  /** Conversions that are already counted: these enrollments, events and times do not count again. */
  readonly counted: readonly Reached[];
  readonly journey: JourneyState;
  readonly timezone: string;
  /** The present person, and all changes since the first start, oldest first; undoing the changes gives the earlier states. */
  readonly person: Person;
  readonly changes: readonly Pick<PersonChange, "at" | "before">[];
  /** Events of the goal's name, oldest first. */
  readonly events: readonly LoggedEvent[];
  readonly tooOldMs: number;
};

/** When a program's goal was reached, and for which enrollments, by the rules of live counting (R26, R52). */
export function goalsReached(program: Program, recounted: CountedPerson): Reached[] {
  const prepared = prepareGoal(program.goal);
  if (prepared === null) return [];
  const { person, stays, journey, timezone, counted } = recounted;
  const zone = personZone(person.traits, prepared.timezone ?? String(program.settings.timezone ?? ""), timezone);
  const limits: GoalLimits = { prepared, journey, zone };
  const moments = prepared.trait === null ? happened(recounted, prepared) : cameTrue(recounted, prepared);
  const reached: Reached[] = [];
  const served = new Set(counted.map(({ enrollmentId }) => enrollmentId));
  for (const { at, eventId, value } of moments) {
    if (counted.some((one) => (eventId === null ? one.at === at : one.eventId === eventId))) continue;
    const open = stays.filter(
      (stay) => !served.has(stay.enrollmentId) && (eventId === null || stay.startedBy !== eventId),
    );
    const owner = ownerOf(open, at, limits);
    if (owner === null) continue;
    served.add(owner.enrollmentId);
    reached.push({ enrollmentId: owner.enrollmentId, at, eventId, value });
  }
  return reached;
}

type Moment = Omit<Reached, "enrollmentId">;

function happened({ events, tooOldMs }: CountedPerson, goal: PreparedGoal): Moment[] {
  return events
    .filter(
      (event) => event.imported !== true && event.receivedAt - event.timestamp <= tooOldMs && isGoalEvent(goal, event),
    )
    .map((event) => ({ at: event.receivedAt, eventId: event.id, value: goal.valueOf(event) }));
}

/** The event names that may reach a compiled goal; empty for a goal that is a state of the person. */
export function goalEvents(compiled: JsonObject | null): string[] {
  const name = readableGoal(compiled)?.eventName ?? null;
  return name === null ? [] : [name];
}

/** An attribute goal counts when it changes to true, not when it was true from the start (R26). */
function cameTrue({ person, changes }: CountedPerson, goal: PreparedGoal): Moment[] {
  const after: Person[] = [];
  let state = person;
  for (const change of changes.toReversed()) {
    after.unshift(state);
    state = { ...state, traits: { ...state.traits, ...(change.before.traits as Person["traits"] | undefined) } };
  }
  const moments: Moment[] = [];
  let was = isGoalState(goal, state, changes[0]?.at ?? 0);
  for (const [index, { at }] of changes.entries()) {
    const is = isGoalState(goal, after[index] ?? person, at);
    if (is && !was) moments.push({ at, eventId: null, value: null });
    was = is;
  }
  return moments;
}
