import { isInPage, nodeKinds, parseDuration } from "#journey";
import { sayTransition } from "#words";
import type { Person } from "../advance-input.ts";
import { addDuration } from "../calendar/index.ts";
import { explain } from "../explain/index.ts";
import type { Program } from "../program.ts";
import type { EpochMs } from "../signal.ts";
import { type Assume, answerDeliveries, assumedAnswer, decidesByOutcome } from "./assume.ts";
import { startOf, startsByDate } from "./made-up.ts";
import { type Simulation, simulate } from "./simulate.ts";
import type { TestDelivery, TestRun, TestRunOptions, TestStep } from "./trial-types.ts";
import type { SimulatedDelivery, SimulatedEnrollment } from "./types.ts";

/** How far a journey that never ends by itself is simulated. */
const YEARS_AHEAD = 10;
const MOST_HOPS = 2_000;

/**
 * Sends one person through a program on a virtual clock: waits are skipped, every decision is reported, nothing is sent
 * or stored. Times are epoch ms.
 */
export function testRun(program: Program, person: Person, options: TestRunOptions): TestRun {
  const byDate = options.trigger === undefined && startsByDate(program);
  const simulation = simulate({
    journeys: [{ program, ...(options.allocations ? { allocations: options.allocations } : {}) }],
    start: options.now,
    timezone: options.workspaceTimezone,
    dates: byDate ? "first" : "none",
    ...(options.segments === undefined ? {} : { segments: options.segments }),
    decisions: options.decisions,
    newPerson: () => ({ person, events: options.past ?? [], chosen: options.chosen ?? {}, offers: options.offers }),
  });
  if (byDate) simulation.meet(person.id);
  else enter(simulation, program, person, options);
  play(simulation, program, person, options);
  return report(simulation, program, person);
}

/** Enrolls by the given event or one that fits, else directly. */
function enter(simulation: Simulation, program: Program, person: Person, { trigger }: TestRunOptions): void {
  const start = trigger === undefined ? startOf(program) : trigger;
  if (start === null) simulation.send(person.id, { kind: "enroll", journeyId: program.journeyId, origin: "manual" });
  else simulation.track(person.id, start.eventName, start.properties ?? {});
}

/** Processes the given events in order, and skips the time between them. */
function play(simulation: Simulation, program: Program, person: Person, options: TestRunOptions): void {
  const answered = new Set<string>();
  const assume = assumption(program, options);
  const end = addDuration(options.now, { years: YEARS_AHEAD }, "UTC");
  const events = happenings(options);
  const settle = (): boolean => {
    while (answerDeliveries(simulation, answered, assume)) if (isLong(simulation)) return false;
    return !isLong(simulation);
  };
  for (const event of [...events, null]) {
    const until = event === null ? end : event.at;
    while (settle()) {
      const next = simulation.nextDue;
      if (next === null || next >= until) break;
      simulation.runTo(next + 1);
    }
    if (event === null || isLong(simulation)) return;
    simulation.runTo(event.at);
    simulation.track(person.id, event.eventName, event.properties ?? {});
  }
}

function isLong({ report: { enrollments } }: Simulation): boolean {
  return enrollments.reduce((sum, enrollment) => sum + enrollment.hops.length, 0) >= MOST_HOPS;
}

function happenings({ now, events = [], workspaceTimezone }: TestRunOptions) {
  return events
    .map((event) => ({ ...event, at: addDuration(now, parseDuration(event.after) ?? {}, workspaceTimezone) }))
    .sort((left, right) => left.at - right.at);
}

function assumption(program: Program, { outcomes = {} }: TestRunOptions): Assume {
  const { inPage = "completed", webhook = "sent" } = outcomes;
  return ({ request: { nodeId, contentType } }) => {
    if (!decidesByOutcome(program, nodeId)) return null;
    if (!isInPage(contentType)) return webhook === "sent" ? (assumedAnswer(program, nodeId) ?? webhook) : webhook;
    return inPage === "timeout" ? null : inPage;
  };
}

function report(simulation: Simulation, program: Program, person: Person): TestRun {
  const { enrollments, deliveries } = simulation.report;
  // The call of a step is no message, and is not made here.
  const isMessage = ({ request }: SimulatedDelivery) => {
    const state = program.states[request.nodeId];
    return state === undefined || nodeKinds[state.type].callOf === null;
  };
  const steps = enrollments.flatMap((enrollment) => enrollment.hops.map((hop) => toStep(program, hop)));
  return {
    steps,
    deliveries: deliveries.filter(isMessage).map(({ request, status }): TestDelivery => {
      const { nodeId, contentType, contentId, variables, queuedAt } = request;
      const name = program.states[nodeId]?.name ?? nodeId;
      return { at: queuedAt, nodeId, name, contentType, contentId, variables, sent: status === "released" };
    }),
    outcome: outcomeOf(simulation, program, person),
    path: {
      nodeIds: [...new Set(steps.flatMap((step) => step.toNodeId ?? []))],
      edgeIds: [...new Set(steps.flatMap((step) => step.edgeId ?? []))],
    },
  };
}

function toStep(program: Program, hop: SimulatedEnrollment["hops"][number]): TestStep {
  const { at, from, to, edge, cause, receipt } = hop;
  const named = (id: string | null) => (id === null ? null : (program.states[id] ?? null));
  const sentence = sayTransition({ cause, receipt, from: named(from), to: named(to) });
  return { at, fromNodeId: from, toNodeId: to, edgeId: edge, cause, receipt, sentence };
}

/** The result of the enrollment, taken from the engine's own explanation at its last point in time. */
function outcomeOf(simulation: Simulation, program: Program, person: Person): TestRun["outcome"] {
  const enrollment = simulation.report.enrollments.at(-1);
  const [miss] = simulation.report.nearMisses;
  const question = { input: simulation.view(person.id), journeyId: program.journeyId };
  if (enrollment === undefined) {
    const { reasons, sentence } = explain(question);
    const [why] = reasons;
    const told = why === undefined ? sentence : `Would not enter: ${why.text}`;
    return { status: "not_entered", exitReason: null, nearMiss: miss?.reason ?? null, sentence: told };
  }
  const { sentence } = explain({ ...question, enrollmentId: enrollment.enrollmentId });
  return { status: enrollment.status, exitReason: enrollment.exitReason, nearMiss: null, sentence };
}

/** A sample person for a run without a real one; `externalId: null` makes the person anonymous. */
export function samplePerson(
  at: EpochMs,
  given: Partial<Pick<Person, "traits" | "tags" | "stage" | "segments" | "externalId">> = {},
): Person {
  const { traits = {}, tags = [], stage = null, segments = [], externalId = "sample" } = given;
  const id = "00000000-0000-7000-8000-000000000000";
  const anonymousId = externalId === null ? "sample" : null;
  return { id, externalId, anonymousId, traits, tags, stage, segments, lastEnteredAt: null, createdAt: at };
}
