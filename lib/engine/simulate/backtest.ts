import { type JsonObject, nodeKinds } from "#journey";
import type { Person, PersonChange } from "../advance-input.ts";
import { membershipsOf } from "../person/segments.ts";
import type { Program } from "../program.ts";
import { audienceSegments } from "../program-facts.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { type Assume, answerDeliveries, assumedAnswer, decidesByOutcome } from "./assume.ts";
import { rollBack } from "./roll-back.ts";
import { type Simulation, simulate } from "./simulate.ts";
import { Tally } from "./tally.ts";
import type { Backtest, BacktestOptions, BacktestPerson } from "./trial-types.ts";

/**
 * Runs a draft over the recorded past of people: each person is rolled back to the beginning of the window, then their
 * events and changes are processed again in the engine's order. Pure, and sends nothing. Where the outcome of a
 * delivery would decide, the enrollment stays (R41).
 */
export function backtest(program: Program, people: readonly BacktestPerson[], options: BacktestOptions): Backtest {
  const tally = new Tally(program);
  const unknown = new Map<string, number>();
  let events = 0;
  for (const one of people) {
    const past = timeline(program, one, options);
    events += past.filter((item) => "event" in item).length;
    tally.add(replayPerson(program, one, past, options, unknown).report);
  }
  const { enrolled, statuses, converted, nearMisses } = tally;
  return {
    people: people.length,
    events,
    totals: { enrolled, ...statuses, converted, nearMisses },
    nodes: tally.nodes,
    edges: tally.edges,
    unknown: sayUnknown(program, unknown),
    unknownVisits: Object.fromEntries(unknown),
  };
}

type Item = { readonly at: EpochMs } & ({ readonly event: LoggedEvent } | { readonly change: PersonChange });

const OF_SEGMENTS = ["segment.entered", "segment.left"];

/** Events and changes of the window in the order of their times; a change precedes an event of the same ms (R18). */
function timeline(program: Program, { events, changes }: BacktestPerson, { from, to }: BacktestOptions): Item[] {
  const within = (at: EpochMs) => at >= from && at < to;
  const own = [`journey:${program.journeyId}`, "segments"];
  const items: Item[] = [
    // Changes by the journey itself and by segment rules are left out: running the draft produces them.
    ...changes.flatMap((change) =>
      within(change.at) && !own.includes(change.source) ? [{ at: change.at, change }] : [],
    ),
    // So do those of segments, which the log has too.
    ...events.flatMap((event) =>
      within(event.receivedAt) && !OF_SEGMENTS.includes(event.name) ? [{ at: event.receivedAt, event }] : [],
    ),
  ];
  return items.sort((left, right) => left.at - right.at);
}

function replayPerson(
  program: Program,
  { person, changes, events, past = [], chosen = {}, offers }: BacktestPerson,
  items: readonly Item[],
  options: BacktestOptions,
  unknown: Map<string, number>,
): Simulation {
  const { from, to, workspaceTimezone, segments, tooOldMs, allocations, decisions } = options;
  const known = events.filter((event) => event.receivedAt < from);
  const earlier = past.filter((enrollment) => enrollment.enrolledAt < from);
  const before = rollBack(person, changes, from, earlier);
  const begin = asOf(before, known, options);
  const simulation = simulate({
    journeys: [{ program, ...(allocations === undefined ? {} : { allocations }) }],
    start: from,
    timezone: workspaceTimezone,
    ...(segments === undefined ? {} : { segments }),
    ...(tooOldMs === undefined ? {} : { tooOldMs }),
    decisions,
    newPerson: () => ({ ...begin, events: known, past: earlier, chosen, offers }),
  });
  simulation.meet(person.id);
  const door = new AudienceDoor(program, person.id, simulation);
  const answered = new Set<string>();
  const settle = () => {
    door.enrollMembers();
    freezeUnknown(program, simulation, answered, unknown);
  };
  settle();
  for (const item of items) {
    pass(simulation, item.at, settle);
    const { at: _at, ...signal } = item;
    if ("event" in signal) simulation.send(person.id, { kind: "event", event: signal.event });
    else simulation.send(person.id, { kind: "patch", patch: signal.change.patch, source: signal.change.source });
    settle();
  }
  pass(simulation, to, settle);
  return simulation;
}

/** A segment may be younger than the window, and its first build is not logged, so the rules decide who was in it. */
function asOf(person: Person, events: readonly LoggedEvent[], { from, workspaceTimezone, segments }: BacktestOptions) {
  if (segments === undefined) return { person };
  const { joins, leaves, recheckAt } = membershipsOf({ timezone: workspaceTimezone, segments }, person, events, from);
  const kept = person.segments.filter((id) => !leaves.includes(id));
  return { person: { ...person, segments: [...kept, ...joins] }, recheckAt };
}

/** Advances from timer to timer, because an effect of one timer may have to be frozen before the next one fires. */
function pass(simulation: Simulation, at: EpochMs, settle: () => void): void {
  for (let next = simulation.nextDue; next !== null && next < at; next = simulation.nextDue) {
    simulation.runTo(Math.min(next + 1, at));
    settle();
  }
  simulation.runTo(at);
}

/** Enrolls members into a journey without any other entry: at the beginning, and whenever they join a segment of it (R28). */
class AudienceDoor {
  readonly #journeyId: string;
  readonly #segments: readonly string[];
  readonly #name: string;
  readonly #simulation: Simulation;
  #inside: readonly string[] = [];

  constructor(program: Program, name: string, simulation: Simulation) {
    this.#journeyId = program.journeyId;
    this.#segments = audienceSegments(program);
    this.#name = name;
    this.#simulation = simulation;
  }

  enrollMembers(): void {
    if (this.#segments.length === 0) return;
    const { segments } = this.#simulation.view(this.#name).person;
    const before = this.#inside;
    this.#inside = this.#segments.filter((segment) => segments.includes(segment));
    for (const segment of this.#inside)
      if (!before.includes(segment))
        this.#simulation.send(this.#name, { kind: "enroll", journeyId: this.#journeyId, origin: "audience" });
  }
}

/** More steps that ask one after another are a loop, which publishing refuses. */
const MOST_ROUNDS = 1_000;

function freezeUnknown(
  program: Program,
  simulation: Simulation,
  answered: Set<string>,
  unknown: Map<string, number>,
): void {
  const assume: Assume = ({ person, request: { nodeId, enrollmentId } }) => {
    if (!decidesByOutcome(program, nodeId)) return null;
    const assumed = assumedAnswer(program, nodeId);
    if (assumed !== null) return assumed;
    unknown.set(nodeId, (unknown.get(nodeId) ?? 0) + 1);
    simulation.freeze(person, enrollmentId);
    return null;
  };
  // An assumed answer may lead to the next step that asks.
  for (let round = 0; round < MOST_ROUNDS; round++) if (!answerDeliveries(simulation, answered, assume)) return;
}

/** The limits of a backtest, as sentences; `unknown` counts the visits that end unknown, by node id. */
export function sayUnknown(program: Program, unknown: ReadonlyMap<string, number>): string[] {
  const said = [...unknown].map(([nodeId, count]) => {
    const visits = count === 1 ? "1 visit" : `${count} visits`;
    return `“${program.states[nodeId]?.name ?? nodeId}”: the outcome of ${visits} is unknown, so they stay there.`;
  });
  for (const { type, name, config } of Object.values(program.states)) {
    if (nodeKinds[type].callOf === null) continue;
    const instead =
      (config as JsonObject).sample === undefined ? "its fall-back values hold" : "its sample is the answer";
    said.push(`“${name}” is not called: ${instead}.`);
  }
  const answers = program.needs.interest.filter((name) => name.startsWith("message."));
  if (answers.length > 0) {
    said.push(`${answers.map((name) => `“${name}”`).join(", ")}: answers to messages that were really sent.`);
  }
  const kinds = program.entries.map((entry) => entry.kind);
  if (kinds.includes("SCHEDULE")) said.push("Runs of the schedule are not repeated.");
  if (program.audienceId === null && kinds.every((kind) => kind === "MANUAL")) {
    said.push("People enter by hand only, which a backtest cannot repeat.");
  }
  return said;
}
