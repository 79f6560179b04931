import { DateStart, type JsonObject } from "#journey";
import type { DatePlan, JourneyState, Person, WorkspaceSnapshot } from "../advance-input.ts";
import { chooseZone, formatInstant, nextDateStart, type Start } from "../calendar/index.ts";
import type { Occurrence } from "../execution.ts";
import { LAG_MS } from "../hops/walk.ts";
import { digest } from "../ids.ts";
import type { AdvanceState, Prepared, PreparedEntry } from "../model.ts";
import type { EpochMs, Signal } from "../signal.ts";
import { entryProgram } from "./candidates.ts";
import { enter } from "./enter.ts";
import { nearMiss } from "./near-misses.ts";

/** A DATE trigger of a journey that accepts new enrollments. */
export type DateTrigger = {
  readonly journey: JourneyState;
  readonly prepared: Prepared;
  readonly entry: PreparedEntry;
  readonly config: DateStart;
};

const triggers = new WeakMap<WorkspaceSnapshot, readonly DateTrigger[]>();

/** All DATE triggers of a workspace, ordered by journey number; computed once per configuration. */
export function dateTriggersOf(snapshot: WorkspaceSnapshot): readonly DateTrigger[] {
  let found = triggers.get(snapshot);
  if (found === undefined) {
    const journeys = [...snapshot.journeys.values()].sort((left, right) => left.number - right.number);
    found = journeys.flatMap((journey) => triggersIn(snapshot, journey));
    triggers.set(snapshot, found);
  }
  return found;
}

function triggersIn(snapshot: WorkspaceSnapshot, journey: JourneyState): DateTrigger[] {
  const prepared = entryProgram(snapshot, journey);
  if (prepared === null) return [];
  return prepared.entries.flatMap((entry) => {
    const parsed = entry.entry.kind === "DATE" ? DateStart.safeParse(entry.entry.config) : null;
    return parsed?.success ? [{ journey, prepared, entry, config: parsed.data }] : [];
  });
}

/** Plans the dates after `since` (epoch ms) for a person: for all DATE triggers, or for those of one journey. */
export function datesOf(snapshot: WorkspaceSnapshot, person: Person, since: EpochMs, journeyId?: string): DatePlan[] {
  return dateTriggersOf(snapshot)
    .filter(({ journey }) => journeyId === undefined || journey.id === journeyId)
    .map((trigger) => planOf(snapshot, trigger, person, since));
}

/** Plans again the dates that depend on a trait that has just changed, or on the person's zone. */
export function planChangedDates(advanceState: AdvanceState, before: JsonObject, at: EpochMs): void {
  const { snapshot } = advanceState.input;
  for (const trigger of dateTriggersOf(snapshot)) {
    const moved = trigger.config.trait in before || "timezone" in before;
    if (moved) note(advanceState, planOf(snapshot, trigger, advanceState.person, at));
  }
}

type Planned = Pick<DatePlan, "journeyId" | "nodeId">;
const isOf = (one: Planned, other: Planned) => one.journeyId === other.journeyId && one.nodeId === other.nodeId;

/** A later plan of the same call replaces an earlier one of the same trigger. */
function note(advanceState: AdvanceState, plan: DatePlan): void {
  advanceState.out.dates = [...(advanceState.out.dates ?? []).filter((other) => !isOf(other, plan)), plan];
}

function planOf(snapshot: WorkspaceSnapshot, trigger: DateTrigger, person: Person, since: EpochMs): DatePlan {
  const start = nextStart(snapshot, trigger, person, since);
  const { journey, entry, config } = trigger;
  const basis = basisOf(config, person);
  return {
    journeyId: journey.id,
    nodeId: entry.entry.nodeId,
    at: start?.at ?? null,
    since,
    basis,
    key: start?.key ?? null,
  };
}

/** When the trigger starts this person next, without regard to the entry rules. */
export function nextStart(
  snapshot: WorkspaceSnapshot,
  trigger: DateTrigger,
  person: Person,
  after: EpochMs,
): Start | null {
  return nextDateStart(
    trigger.config,
    person.traits[trigger.config.trait],
    zoneOfDate(snapshot, trigger, person).zone,
    after,
  );
}

function zoneOfDate(snapshot: WorkspaceSnapshot, { prepared, config }: DateTrigger, { traits }: Person) {
  return chooseZone(config.zone, {
    traits,
    journey: prepared.settings.timezone,
    workspace: snapshot.workspace.timezone,
  });
}

function basisOf({ trait }: DateStart, { traits }: Person): string {
  return digest(JSON.stringify(traits[trait] ?? null));
}

/**
 * Starts the person if the date that was planned has come and is still the person's date, and plans the next date. If a
 * change of zone has moved the date into the future, the date is only planned again.
 */
export function takeDate(what: Occurrence, signal: Extract<Signal, { kind: "date" }>): void {
  const { advanceState } = what;
  const { snapshot } = advanceState.input;
  const trigger = dateTriggersOf(snapshot).find(
    ({ journey, entry }) => journey.id === signal.journeyId && entry.entry.nodeId === signal.nodeId,
  );
  if (trigger === undefined) return;
  if (basisOf(trigger.config, advanceState.person) !== signal.basis) {
    takeChangedDate(what, trigger, signal);
    return;
  }
  let since = signal.since;
  for (
    let start = nextStart(snapshot, trigger, advanceState.person, since);
    start !== null && start.at <= signal.at;
  ) {
    since = start.at;
    startOn(what, trigger, start, startedAt(start.at, signal.at));
    start = nextStart(snapshot, trigger, advanceState.person, since);
  }
  note(advanceState, planOf(snapshot, trigger, advanceState.person, since));
}

/**
 * The trait has changed since the plan was made. A change before the date cancels the start; a change after it does
 * not, because due dates are read only once a second and a change can be processed first. The plan that was made with
 * the change is kept.
 */
function takeChangedDate(what: Occurrence, trigger: DateTrigger, signal: Extract<Signal, { kind: "date" }>): void {
  const { advanceState } = what;
  const { dueAt, key = null, basis } = signal;
  const plan = advanceState.out.dates?.find((other) => isOf(other, signal));
  const changedAt = basis === "" ? signal.since : (plan?.since ?? null);
  const isWhole = trigger.config.every === "once" || key !== null;
  if (dueAt !== undefined && changedAt !== null && changedAt >= dueAt && isWhole)
    startOn(what, trigger, { at: dueAt, key }, startedAt(dueAt, signal.at));
  if (plan === undefined)
    note(
      advanceState,
      planOf(advanceState.input.snapshot, trigger, advanceState.person, basis === "" ? signal.since : signal.at),
    );
}

/** Up to a minute late, a start counts from the date itself, as timers do (R20). */
const startedAt = (dueAt: EpochMs, now: EpochMs): EpochMs => (now - dueAt > LAG_MS ? now : dueAt);

/**
 * The year distinguishes the starts of one trigger. If a journey has several yearly triggers, the key also contains the
 * trigger: a start on a birthday must not block the start on another anniversary in the same year.
 */
function instanceKeyOf(snapshot: WorkspaceSnapshot, { journey, entry }: DateTrigger, { key }: Start): string | null {
  const yearly = dateTriggersOf(snapshot).filter((one) => one.journey.id === journey.id && one.config.every === "year");
  return key === null || yearly.length < 2 ? key : `${key} ${entry.entry.nodeId}`;
}

function startOn(found: Occurrence, trigger: DateTrigger, start: Start, at: EpochMs): void {
  const what = { ...found, at };
  const { advanceState } = what;
  const { journey, prepared, entry, config } = trigger;
  if (at - start.at > advanceState.input.snapshot.workspace.tooOldMs) {
    nearMiss(what, journey, "too_old", { date: start.at });
    return;
  }
  const { zone, from } = zoneOfDate(advanceState.input.snapshot, trigger, advanceState.person);
  const properties = {
    trait: config.trait,
    date: formatInstant(start.at),
    ...(start.key === null ? {} : { year: start.key }),
    zone,
    zoneFrom: from,
  };
  const before = {
    running: advanceState.enrollments.filter((enrollment) => !enrollment.ended),
    past: advanceState.past,
  };
  const asked = { journey, prepared, before, trigger: { origin: "date", properties }, event: null, isManual: false };
  enter(what, { ...asked, instanceKey: instanceKeyOf(advanceState.input.snapshot, trigger, start) }, entry, null);
}
