import { isInPage, type JsonObject, type Rule } from "#journey";
import type { PreparedState, RunningEnrollment } from "../model.ts";
import { isHeld, pauseOf } from "../run/pausing.ts";
import { ruleContextFor } from "../run/rule-context.ts";
import { type Due, eachDue } from "../run/timers.ts";
import type { EpochMs } from "../signal.ts";
import type { Asked } from "./asked.ts";
import { sayExpression, unmetParts } from "./rules.ts";
import type { Awaited, OpenDelivery, Waiting } from "./types.ts";
import { sayFilter, sayList, sayValue } from "./words.ts";

/** Everything that is armed where the enrollment stands, and until when it lasts at most. */
export function whatIsAwaited(asked: Asked, enrollment: RunningEnrollment): Waiting {
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  const armed: Awaited[] = [...pauses(asked, enrollment)];
  let until: EpochMs | null = null;
  eachDue(enrollment, (at, what, key) => {
    if (what === "recheck") return;
    if (!isHeld(enrollment) && (until === null || at < until)) until = at;
    armed.push({ kind: "timer", text: sayTimer(asked, enrollment, state, { at, what, key }), at });
  });
  if (state !== undefined) {
    armed.push(...missingDate(enrollment, state), ...events(state, enrollment));
    if (enrollment.memory.spent === undefined)
      armed.push(...condition(asked, enrollment, state), ...delivery(asked, enrollment, state));
  }
  const name = state?.program.name ?? enrollment.nodeId;
  return { nodeId: enrollment.nodeId, name, since: enrollment.memory.at, until, for: armed };
}

function pauses({ say, work }: Asked, enrollment: RunningEnrollment): Awaited[] {
  const mode = pauseOf(enrollment.journey);
  if (mode === null || mode === "drain") return [];
  const from = enrollment.journey.pauses.findLast((pause) => pause.to === null)?.from;
  const since = from === undefined ? "" : ` since ${say(from)}`;
  if (mode === "queue") {
    const waiting = work.queued.filter((action) => action.enrollmentId === enrollment.enrollmentId).length;
    if (waiting === 0) return [];
    const actions = waiting === 1 ? "1 action is" : `${waiting} actions are`;
    return [{ kind: "resume", text: `the journey is paused${since}: ${actions} queued until it is resumed` }];
  }
  const kept = enrollment.memory.held?.length ?? 0;
  const aside = kept === 0 ? "" : ` (${kept} ${kept === 1 ? "signal is" : "signals are"} kept for then)`;
  return [{ kind: "resume", text: `the journey is paused${since}: nobody advances until it is resumed${aside}` }];
}

function sayTimer({ say }: Asked, enrollment: RunningEnrollment, state: PreparedState | undefined, due: Due): string {
  const on = say(due.at);
  if (due.what === "deadline") return `the goal's deadline ends the enrollment on ${on}`;
  if (due.what === "max") return `the journey's maximum duration ends the enrollment on ${on}`;
  const race = state?.races.find((candidate) => `#${candidate.exit.edgeId}` === due.key);
  const target = race?.exit.target ?? state?.exits.get(due.key)?.target;
  const to = sayTarget(enrollment, target);
  if (race !== undefined) return `the timer of the edge “${race.exit.edgeName}” fires on ${on}${to}`;
  if (due.key === "timeout") return `the step gives up waiting on ${on}${to}`;
  return `the wait ends on ${on}${to}`;
}

function sayTarget(enrollment: RunningEnrollment, target: string | undefined): string {
  if (target === undefined) return ", and the enrollment completes";
  return ` and leads to “${enrollment.prepared.states.get(target)?.program.name ?? target}”`;
}

/** A WAIT for a date trait that the person does not have (R23). */
function missingDate(enrollment: RunningEnrollment, state: PreparedState): Awaited[] {
  const { type, config } = state.program;
  if (type !== "WAIT" || enrollment.memory.spent !== undefined) return [];
  if (enrollment.memory.timers.some(([key]) => key === "next")) return [];
  const { until } = config;
  if (typeof until !== "object" || until === null || !("trait" in until)) return [];
  return [{ kind: "condition", text: `the trait ${String(until.trait)} has to become a date; it is not one now` }];
}

function events(state: PreparedState, enrollment: RunningEnrollment): Awaited[] {
  const awaited: Awaited[] = [];
  const own = state.behaviour.onEvent === undefined || enrollment.memory.spent !== undefined ? null : state.eventName;
  if (own !== null) {
    const text = `the event ${sayEvent(own, state.program.config)}${sayTarget(enrollment, state.exits.get("event")?.target)}`;
    awaited.push({ kind: "event", text, eventName: own });
  }
  for (const { eventName, exit } of state.races) {
    if (eventName === null) continue;
    const { eventFilter, expression } = exit.trigger ?? {};
    const said = sayEvent(eventName, { filter: eventFilter, expression });
    awaited.push({ kind: "event", text: `the event ${said}${sayTarget(enrollment, exit.target)}`, eventName });
  }
  return awaited;
}

/** An event with its filters: `“app.paid” with plan is “pro”`. */
export function sayEvent(name: string, { filter, expression }: JsonObject): string {
  const where = sayFilter(filter);
  const test = typeof expression === "string" ? ` for which “${expression}” holds` : "";
  return `“${name}”${where === "" ? "" : ` with ${where}`}${test}`;
}

/** What a WAIT_FOR_CONDITION reads, and what of it is false now. */
function condition({ work, names, now, say }: Asked, enrollment: RunningEnrollment, state: PreparedState): Awaited[] {
  if (state.program.type !== "WAIT_FOR_CONDITION") return [];
  const facts = ruleContextFor(work, enrollment, now, null);
  const missing: string[] = [];
  const { include, exclude, expression } = state.program.config;
  if (isRules(include)) missing.push(...unmetParts({ any: [...include] }, facts, names));
  if (isRules(exclude)) {
    for (const rule of exclude) missing.push(...unmetParts({ all: [rule], not: true }, facts, names));
  }
  // Asked of the whole state, so that the values an expression reads are noted.
  const met = state.test(facts);
  if (typeof expression === "string" && !met && missing.length === 0) missing.push(sayExpression(expression, facts));
  const { recheck } = enrollment.memory;
  const again = recheck === undefined || recheck <= now ? "" : `; it may change with time on ${say(recheck)}`;
  const text =
    missing.length === 0
      ? "the condition holds now, and the person continues at the next check (within 5 minutes)"
      : `the condition: ${sayList(missing)}${again}`;
  return [{ kind: "condition", text, at: recheck ?? null }];
}

function isRules(value: unknown): value is readonly Rule[] {
  return Array.isArray(value) && value.length > 0;
}

/** In-page content and webhooks whose outcome decides hold the person until it is known. */
function delivery({ question, say }: Asked, enrollment: RunningEnrollment, state: PreparedState): Awaited[] {
  if (state.program.type !== "CONTENT") return [];
  const { contentType } = state.program.config;
  const open = question.deliveries?.find(
    (candidate) => candidate.enrollmentId === enrollment.enrollmentId && candidate.nodeId === enrollment.nodeId,
  );
  const title = open?.title ? ` “${open.title}”` : "";
  const what = isInPage(contentType)
    ? `the ${String(contentType)}${title} has to be completed or dismissed`
    : `the ${String(contentType)}${title} has to be answered`;
  return [{ kind: "delivery", text: open === undefined ? what : `${what}: ${sayStatus(open, say)}` }];
}

const STATUS: Readonly<Record<string, string>> = {
  queued: "it is queued",
  held: "it is held by a pause",
  sending: "it is being sent",
  pending: "it waits for the person to come to a page",
  shown: "the person has seen it",
};

function sayStatus(open: OpenDelivery, say: Asked["say"]): string {
  const status = STATUS[open.status] ?? `it is ${sayValue(open.status)}`;
  return open.nextAttemptAt ? `${status}, next attempt on ${say(open.nextAttemptAt)}` : status;
}

/** What beside the step's own exits would end or move the enrollment. */
export function whatElseMoves(enrollment: RunningEnrollment): string[] {
  const { goal, exitRules } = enrollment.prepared;
  const ends: string[] = [];
  if (goal !== null && enrollment.memory.reached !== true) {
    const does = goal.exitOnGoal ? "completes the enrollment" : "counts as the goal";
    if (goal.goal.type === "attribute_match") {
      ends.push(`The trait ${goal.goal.config.attribute} reaching what the goal asks for ${does}.`);
    } else if (goal.eventName !== null) ends.push(`The goal's event “${goal.eventName}” ${does}.`);
  }
  for (const { eventName, written } of exitRules) {
    if (eventName !== null) ends.push(`The event ${sayEvent(eventName, { ...written })} makes them leave.`);
    else if ("expression" in written) ends.push(`“${written.expression}” becoming true makes them leave.`);
  }
  return ends;
}
