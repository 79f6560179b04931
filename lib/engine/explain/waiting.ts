import type { JsonObject } from "#journey";
import type { PreparedState, RunningEnrollment } from "../model.ts";
import { isHeld, pauseOf } from "../pauses/pause.ts";
import type { EpochMs } from "../signal.ts";
import { type Due, eachDue } from "../timers/due.ts";
import type { Asked } from "./asked.ts";
import { awaitedAtNode } from "./node-waits.ts";
import type { Awaited, Waiting } from "./types.ts";
import { sayFilter } from "./words.ts";

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
    armed.push(...events(asked, state, enrollment));
    if (enrollment.memory.spent === undefined) armed.push(...awaitedAtNode(asked, enrollment, state));
  }
  const name = state?.program.name ?? enrollment.nodeId;
  const label = asked.stepName(enrollment, enrollment.nodeId);
  return { nodeId: enrollment.nodeId, name, label, since: enrollment.memory.at, until, for: armed };
}

function pauses({ say, advanceState }: Asked, enrollment: RunningEnrollment): Awaited[] {
  const mode = pauseOf(enrollment.journey);
  if (mode === null || mode === "drain") return [];
  const from = enrollment.journey.pauses.findLast((pause) => pause.to === null)?.from;
  const since = from === undefined ? "" : ` since ${say(from)}`;
  if (mode === "queue") {
    const waiting = advanceState.queued.filter((action) => action.enrollmentId === enrollment.enrollmentId).length;
    if (waiting === 0) return [];
    const actions = waiting === 1 ? "1 action is" : `${waiting} actions are`;
    return [{ kind: "resume", text: `the journey is paused${since}: ${actions} queued until it is resumed` }];
  }
  const kept = enrollment.memory.held?.length ?? 0;
  const aside = kept === 0 ? "" : ` (${kept} ${kept === 1 ? "signal is" : "signals are"} kept for then)`;
  return [{ kind: "resume", text: `the journey is paused${since}: nobody advances until it is resumed${aside}` }];
}

function sayTimer(asked: Asked, enrollment: RunningEnrollment, state: PreparedState | undefined, due: Due): string {
  const on = asked.say(due.at);
  if (due.what === "deadline") return `the goal's deadline ends the enrollment on ${on}`;
  if (due.what === "max") return `the journey's maximum duration ends the enrollment on ${on}`;
  const race = state?.races.find((candidate) => `#${candidate.exit.edgeId}` === due.key);
  const target = race?.exit.target ?? state?.exits.get(due.key)?.target;
  const to = sayTarget(asked, enrollment, target);
  if (race !== undefined) return `the timer of the edge “${race.exit.edgeName}” fires on ${on}${to}`;
  if (due.key === "timeout") return `the step gives up waiting on ${on}${to}`;
  return `the wait ends on ${on}${to}`;
}

function sayTarget({ stepName }: Asked, enrollment: RunningEnrollment, target: string | undefined): string {
  if (target === undefined) return ", and the enrollment completes";
  return ` and leads to “${stepName(enrollment, target)}”`;
}

function events(asked: Asked, state: PreparedState, enrollment: RunningEnrollment): Awaited[] {
  const awaited: Awaited[] = [];
  const own = enrollment.memory.spent === undefined ? state.node.awaits?.name : undefined;
  if (own !== undefined) {
    const text = `the event ${sayEvent(own, state.program.config)}${sayTarget(asked, enrollment, state.exits.get("event")?.target)}`;
    awaited.push({ kind: "event", text, eventName: own });
  }
  for (const { eventName, exit } of state.races) {
    if (eventName === null) continue;
    const { eventFilter, expression } = exit.trigger ?? {};
    const said = sayEvent(eventName, { filter: eventFilter, expression });
    awaited.push({ kind: "event", text: `the event ${said}${sayTarget(asked, enrollment, exit.target)}`, eventName });
  }
  return awaited;
}

/** An event with its filters: `“app.paid” with plan is “pro”`. */
export function sayEvent(name: string, { filter, expression }: JsonObject): string {
  const where = sayFilter(filter);
  const test = typeof expression === "string" ? ` for which “${expression}” holds` : "";
  return `“${name}”${where === "" ? "" : ` with ${where}`}${test}`;
}

/** What beside the step's own exits would end or move the enrollment. */
export function whatElseMoves(enrollment: RunningEnrollment): string[] {
  const { goal, exitRules } = enrollment.prepared;
  const ends: string[] = [];
  if (goal !== null && enrollment.memory.reached !== true) {
    const does = goal.exitOnGoal ? "completes the enrollment" : "counts as the goal";
    if (goal.trait !== null) ends.push(`The trait ${goal.trait} reaching what the goal asks for ${does}.`);
    else if (goal.eventName !== null) ends.push(`The goal's event “${goal.eventName}” ${does}.`);
  }
  for (const { eventName, written } of exitRules) {
    if (eventName !== null) ends.push(`The event ${sayEvent(eventName, { ...written })} makes them leave.`);
    else if ("expression" in written) ends.push(`“${written.expression}” becoming true makes them leave.`);
  }
  return ends;
}
