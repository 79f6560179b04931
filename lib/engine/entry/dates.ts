import { DateStart, type JsonObject } from "#journey";
import type { DatePlan, JourneyState, Person, World } from "../advance-input.ts";
import { chooseZone, formatInstant, nextDateStart, type Start } from "../calendar/index.ts";
import type { Occurrence } from "../execution.ts";
import { LAG_MS } from "../hops/walk.ts";
import { digest } from "../ids.ts";
import type { Prepared, PreparedEntry, Work } from "../model.ts";
import type { EpochMs, Signal } from "../signal.ts";
import { entryProgram } from "./candidates.ts";
import { enter } from "./enter.ts";
import { nearMiss } from "./near-misses.ts";

/** A DATE trigger of a journey that lets people in. */
export type DateTrigger = {
  readonly journey: JourneyState;
  readonly prepared: Prepared;
  readonly entry: PreparedEntry;
  readonly config: DateStart;
};

const triggers = new WeakMap<World, readonly DateTrigger[]>();

/** All DATE triggers of a workspace, by journey number; found once a configuration. */
export function dateTriggersOf(world: World): readonly DateTrigger[] {
  let found = triggers.get(world);
  if (found === undefined) {
    const journeys = [...world.journeys.values()].sort((left, right) => left.number - right.number);
    found = journeys.flatMap((journey) => triggersIn(world, journey));
    triggers.set(world, found);
  }
  return found;
}

function triggersIn(world: World, journey: JourneyState): DateTrigger[] {
  const prepared = entryProgram(world, journey);
  if (prepared === null) return [];
  return prepared.entries.flatMap((entry) => {
    const parsed = entry.entry.kind === "DATE" ? DateStart.safeParse(entry.entry.config) : null;
    return parsed?.success ? [{ journey, prepared, entry, config: parsed.data }] : [];
  });
}

/** What is planned for a person whose dates up to `since` do not count any more: of all DATE triggers, or of one journey's. */
export function datesOf(world: World, person: Person, since: EpochMs, journeyId?: string): DatePlan[] {
  return dateTriggersOf(world)
    .filter(({ journey }) => journeyId === undefined || journey.id === journeyId)
    .map((trigger) => planOf(world, trigger, person, since));
}

/** Plans anew what hangs on a trait that has just changed, or on the person's zone. */
export function planChangedDates(work: Work, before: JsonObject, at: EpochMs): void {
  const { world } = work.turn;
  for (const trigger of dateTriggersOf(world)) {
    const moved = trigger.config.trait in before || "timezone" in before;
    if (moved) note(work, planOf(world, trigger, work.person, at));
  }
}

type Planned = Pick<DatePlan, "journeyId" | "nodeId">;
const isOf = (one: Planned, other: Planned) => one.journeyId === other.journeyId && one.nodeId === other.nodeId;

/** A later plan of the same turn takes the place of an earlier one. */
function note(work: Work, plan: DatePlan): void {
  work.out.dates = [...(work.out.dates ?? []).filter((other) => !isOf(other, plan)), plan];
}

function planOf(world: World, trigger: DateTrigger, person: Person, since: EpochMs): DatePlan {
  const start = nextStart(world, trigger, person, since);
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

/** When the trigger lets this person in next, whatever the entry rules say. */
export function nextStart(world: World, trigger: DateTrigger, person: Person, after: EpochMs): Start | null {
  return nextDateStart(
    trigger.config,
    person.traits[trigger.config.trait],
    zoneOfDate(world, trigger, person).zone,
    after,
  );
}

function zoneOfDate(world: World, { prepared, config }: DateTrigger, { traits }: Person) {
  return chooseZone(config.zone, {
    traits,
    journey: prepared.settings.timezone,
    workspace: world.workspace.timezone,
  });
}

function basisOf({ trait }: DateStart, { traits }: Person): string {
  return digest(JSON.stringify(traits[trait] ?? null));
}

/**
 * The date that was planned has come, if it still is the person's: they start, and the next one is planned. A zone that has
 * moved the date puts it off.
 */
export function takeDate(what: Occurrence, signal: Extract<Signal, { kind: "date" }>): void {
  const { work } = what;
  const { world } = work.turn;
  const trigger = dateTriggersOf(world).find(
    ({ journey, entry }) => journey.id === signal.journeyId && entry.entry.nodeId === signal.nodeId,
  );
  if (trigger === undefined) return;
  if (basisOf(trigger.config, work.person) !== signal.basis) {
    takeChangedDate(what, trigger, signal);
    return;
  }
  let since = signal.since;
  for (let start = nextStart(world, trigger, work.person, since); start !== null && start.at <= signal.at; ) {
    since = start.at;
    startOn(what, trigger, start, startedAt(start.at, signal.at));
    start = nextStart(world, trigger, work.person, since);
  }
  note(work, planOf(world, trigger, work.person, since));
}

/**
 * The trait is another one by now. A change before the date makes it void, a later one does not: a date is looked for once a
 * second, so the change may come first. The plan that was made with the change stands.
 */
function takeChangedDate(what: Occurrence, trigger: DateTrigger, signal: Extract<Signal, { kind: "date" }>): void {
  const { work } = what;
  const { dueAt, key = null, basis } = signal;
  const plan = work.out.dates?.find((other) => isOf(other, signal));
  const changedAt = basis === "" ? signal.since : (plan?.since ?? null);
  const isWhole = trigger.config.every === "once" || key !== null;
  if (dueAt !== undefined && changedAt !== null && changedAt >= dueAt && isWhole)
    startOn(what, trigger, { at: dueAt, key }, startedAt(dueAt, signal.at));
  if (plan === undefined)
    note(work, planOf(work.turn.world, trigger, work.person, basis === "" ? signal.since : signal.at));
}

/** Up to a minute late, people start at the moment itself, as timers fire (R20). */
const startedAt = (dueAt: EpochMs, now: EpochMs): EpochMs => (now - dueAt > LAG_MS ? now : dueAt);

/**
 * The year tells the starts by one trigger apart. Each of several yearly triggers of a journey has starts of its own: a
 * birthday keeps nobody out of the anniversary of the same year.
 */
function instanceKeyOf(world: World, { journey, entry }: DateTrigger, { key }: Start): string | null {
  const yearly = dateTriggersOf(world).filter((one) => one.journey.id === journey.id && one.config.every === "year");
  return key === null || yearly.length < 2 ? key : `${key} ${entry.entry.nodeId}`;
}

function startOn(found: Occurrence, trigger: DateTrigger, start: Start, at: EpochMs): void {
  const what = { ...found, at };
  const { work } = what;
  const { journey, prepared, entry, config } = trigger;
  if (at - start.at > work.turn.world.workspace.tooOldMs) {
    nearMiss(what, journey, "too_old", { date: start.at });
    return;
  }
  const { zone, from } = zoneOfDate(work.turn.world, trigger, work.person);
  const properties = {
    trait: config.trait,
    date: formatInstant(start.at),
    ...(start.key === null ? {} : { year: start.key }),
    zone,
    zoneFrom: from,
  };
  const before = { running: work.enrollments.filter((enrollment) => !enrollment.ended), past: work.past };
  const asked = { journey, prepared, before, trigger: { origin: "date", properties }, event: null, isManual: false };
  enter(what, { ...asked, instanceKey: instanceKeyOf(work.turn.world, trigger, start) }, entry, null);
}
