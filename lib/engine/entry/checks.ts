import type { JsonObject } from "#journey";
import { DAY_MS } from "#times";
import type { FinishedEnrollment, JourneyState, NearMissReason } from "../advance-input.ts";
import { startOfDayAfter } from "../calendar/index.ts";
import { isGoalState } from "../exits/goal.ts";
import { matchesFilter, segmentTest } from "../guards/index.ts";
import type { AdvanceState, Prepared, RunningEnrollment } from "../model.ts";
import { receiptOf, ruleContextAbout, zoneOf } from "../person/rule-context.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { isHeldOut } from "./holdout.ts";

/** A person who is about to enter a journey, with everything the entry checks read. */
export type Seeker = {
  readonly journey: JourneyState;
  readonly prepared: Prepared;
  readonly at: EpochMs;
  readonly before: { readonly running: readonly RunningEnrollment[]; readonly past: readonly FinishedEnrollment[] };
  readonly trigger: JsonObject;
  readonly event: LoggedEvent | null;
  /** True for enrollment by hand or by an effect: the audience is not checked. */
  readonly isManual: boolean;
  /** Null = the journey's instance key refers to a value that is missing. */
  readonly instanceKey: string | null;
  /** For entry by audience: since when the person is a member (epoch ms). */
  readonly memberSince?: EpochMs | null;
};

export type Failing = { readonly reason: NearMissReason; readonly detail: JsonObject };
type Check = (advanceState: AdvanceState, seeker: Seeker) => Failing | null;

const MOST_RUNNING = 1_000;

/** The checks in the order of R28b. `too_old` comes before all of them; it is checked where the event is read. */
const CHECKS: readonly Check[] = [
  paused,
  anonymous,
  conditions,
  audience,
  keyMissing,
  already,
  goalMet,
  exitCondition,
  tooSoon,
  tooMany,
  heldOut,
];

/** The first check that keeps the person out; null = none does. */
export function firstFailing(advanceState: AdvanceState, seeker: Seeker): Failing | null {
  for (const check of CHECKS) {
    const failing = check(advanceState, seeker);
    if (failing !== null) return failing;
  }
  return null;
}

/** All checks that keep the person out, in the same order; `explain` reports them. */
export function allFailing(advanceState: AdvanceState, seeker: Seeker): Failing[] {
  return CHECKS.flatMap((check) => check(advanceState, seeker) ?? []);
}

function fail(reason: NearMissReason, detail: JsonObject = {}): Failing {
  return { reason, detail };
}

function paused(_work: AdvanceState, { journey }: Seeker): Failing | null {
  return journey.status === "paused" ? fail("paused", { mode: journey.pauseMode }) : null;
}

function anonymous(advanceState: AdvanceState, { prepared }: Seeker): Failing | null {
  return advanceState.person.externalId === null && !prepared.program.allowAnonymous ? fail("anonymous") : null;
}

function conditions(advanceState: AdvanceState, { prepared, event, trigger, at }: Seeker): Failing | null {
  const { parts, test } = prepared.entry;
  const properties = (trigger.properties ?? null) as JsonObject | null;
  if (parts.filter !== undefined && properties !== null && !matchesFilter(parts.filter, properties)) {
    return fail("entry_conditions", { filter: Object.keys(parts.filter) });
  }
  if (parts.segments !== undefined && parts.segments.length > 0) {
    const inSegment = segmentTest(
      advanceState.person,
      advanceState.input.snapshot.segments,
      prepared.program.pins?.segments,
    );
    if (!parts.segments.some((segment) => inSegment(String(segment))))
      return fail("entry_conditions", { segments: parts.segments });
  }
  if (parts.rules === undefined && parts.expression === undefined) return null;
  const facts = ruleContextAbout(advanceState, { person: advanceState.person, prepared, at, event }, { trigger });
  return test(facts) ? null : fail("entry_conditions", receiptOf(facts, {}));
}

function audience(advanceState: AdvanceState, { prepared, isManual }: Seeker): Failing | null {
  const { audienceId } = prepared.program;
  if (audienceId === null || isManual) return null;
  return segmentTest(advanceState.person, advanceState.input.snapshot.segments, undefined)(audienceId)
    ? null
    : fail("audience", { audience: audienceId });
}

/** Without a key all these enrollments would count as one, so a person whose key is missing does not enter. */
function keyMissing(_work: AdvanceState, { prepared, instanceKey }: Seeker): Failing | null {
  return instanceKey === null ? fail("no_instance_key", { instanceKey: prepared.settings.instanceKey ?? "" }) : null;
}

function already(_work: AdvanceState, { prepared, journey, before, instanceKey, memberSince }: Seeker): Failing | null {
  const mode = prepared.settings.reEntry ?? "once";
  const running = before.running.find(
    (enrollment) => enrollment.journey.id === journey.id && enrollment.instanceKey === instanceKey,
  );
  if (running !== undefined && mode !== "restart") return fail("already_in", { enrollmentId: running.enrollmentId });
  const past = before.past.filter(
    (enrollment) => enrollment.journeyId === journey.id && enrollment.instanceKey === instanceKey,
  );
  if (memberSince !== undefined && memberSince !== null) {
    // One membership enrolls once: a segment build or a publish that announces it again starts nothing (R28).
    if (running !== undefined && running.enrolledAt >= memberSince)
      return fail("already_in", { enrollmentId: running.enrollmentId });
    const served = past.find((enrollment) => enrollment.enrolledAt >= memberSince);
    if (served !== undefined) return fail("already_was", { enrollmentId: served.enrollmentId });
  }
  if (mode === "restart" || mode === "every") return null;
  const last = latest(past);
  if (last === null) return null;
  const leftEarly = last.exitReason !== "finished" && last.exitReason !== "goal_reached";
  return mode === "after_exit" && leftEarly ? null : fail("already_was", { enrollmentId: last.enrollmentId });
}

function latest(past: readonly FinishedEnrollment[]): FinishedEnrollment | null {
  return past.reduce<FinishedEnrollment | null>(
    (best, enrollment) => (best === null || enrollment.enrolledAt >= best.enrolledAt ? enrollment : best),
    null,
  );
}

function goalMet(advanceState: AdvanceState, { prepared, at }: Seeker): Failing | null {
  const { goal } = prepared;
  if (goal === null || !goal.exitOnGoal || !isGoalState(goal, advanceState.person, at)) return null;
  return fail("goal_already_met");
}

function exitCondition(advanceState: AdvanceState, { prepared, at, trigger }: Seeker): Failing | null {
  for (const [index, exitRules] of prepared.exitRules.entries()) {
    if (exitRules.eventName !== null) continue;
    const facts = ruleContextAbout(
      advanceState,
      { person: advanceState.person, prepared, at, event: null },
      { trigger },
    );
    if (exitRules.test(facts)) return fail("exit_condition", receiptOf(facts, { condition: index }));
  }
  return null;
}

function tooSoon(advanceState: AdvanceState, { prepared, journey, at }: Seeker): Failing | null {
  const setting = prepared.settings.minDaysSinceLastJourney;
  if (setting === undefined || setting === null) return null;
  const { days, scope, calendarDays } = typeof setting === "number" ? { days: setting } : setting;
  const last = scope === "journey" ? lastInto(advanceState, journey) : advanceState.person.lastEnteredAt;
  if (last === null) return null;
  const again = calendarDays
    ? startOfDayAfter(last, Math.ceil(days), zoneOf(advanceState, advanceState.person, prepared))
    : last + Math.round(days * DAY_MS);
  return at < again ? fail("too_soon", { lastEnteredAt: last, again }) : null;
}

function lastInto(advanceState: AdvanceState, journey: JourneyState): EpochMs | null {
  const times = [
    ...advanceState.enrollments
      .filter((enrollment) => enrollment.journey.id === journey.id)
      .map((enrollment) => enrollment.enrolledAt),
    ...advanceState.past
      .filter((enrollment) => enrollment.journeyId === journey.id)
      .map((enrollment) => enrollment.enrolledAt),
  ];
  return times.length === 0 ? null : Math.max(...times);
}

function tooMany(advanceState: AdvanceState, { journey }: Seeker): Failing | null {
  const running = advanceState.enrollments.filter(
    (enrollment) => !enrollment.ended && enrollment.journey.id === journey.id,
  ).length;
  return running >= MOST_RUNNING ? fail("too_many", { running }) : null;
}

/** The last check, so that only people who would have entered count as held out. */
function heldOut({ person }: AdvanceState, { prepared, journey }: Seeker): Failing | null {
  const percent = prepared.settings.holdout?.percent ?? 0;
  if (percent === 0 || !isHeldOut(person.bucketKey ?? person.id, journey.id, percent)) return null;
  return fail("held_out", { percent });
}
