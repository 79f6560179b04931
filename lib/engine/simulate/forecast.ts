import { isInPage, type JsonObject } from "#journey";
import { addDuration } from "../calendar/index.ts";
import { share } from "../ids.ts";
import { prepare } from "../prepare.ts";
import type { Program } from "../program.ts";
import type { EpochMs } from "../signal.ts";
import { type Assume, answerDeliveries, assumedAnswer, decidesByOutcome } from "./assume.ts";
import { awaitedAt, drawEvent, type Happening, pick } from "./draw.ts";
import { startOf, startsByDate } from "./made-up.ts";
import { type Simulation, simulate } from "./simulate.ts";
import { Tally } from "./tally.ts";
import type { Forecast, ForecastOptions, ForecastPerson } from "./trial-types.ts";

/** Limit of hops per person, for journeys that repeat a cycle quickly. */
const MOST_HOPS = 1_000;

/**
 * Predicts where people would go in the next days: each person is sent through the program once, and their events are
 * drawn from observed behaviour. Pure: random numbers are hashes of the seed, so the same question has the same answer.
 */
export function forecast(program: Program, people: readonly ForecastPerson[], options: ForecastOptions): Forecast {
  const tally = new Tally(program);
  let notEntered = 0;
  for (const one of people) {
    const { report } = new ForecastRun(program, one, options).run();
    tally.add(report);
    if (report.enrollments.length === 0) notEntered += 1;
  }
  const { statuses, reasons, nearMisses, converted } = tally;
  return {
    people: people.length,
    nodes: tally.nodes.map(({ nodeId, entered, waiting, exited, failed }) => ({
      nodeId,
      entered,
      waiting,
      ended: exited + failed,
    })),
    edges: tally.edges,
    outcomes: { notEntered, ...statuses, converted, byReason: reasons, nearMisses },
  };
}

/** The simulation of one person, with the events that are drawn for them. */
class ForecastRun {
  readonly #program: Program;
  readonly #options: ForecastOptions;
  readonly #name: string;
  readonly #simulation: Simulation;
  readonly #end: EpochMs;
  readonly #answered = new Set<string>();
  readonly #drawn = new Set<string>();
  #coming: Happening[] = [];

  constructor(
    program: Program,
    { person, events = [], past = [], chosen = {}, offers }: ForecastPerson,
    options: ForecastOptions,
  ) {
    this.#program = program;
    this.#options = options;
    this.#name = person.id;
    this.#end = addDuration(options.now, { days: options.days }, "UTC");
    this.#simulation = simulate({
      journeys: [{ program, ...(options.allocations ? { allocations: options.allocations } : {}) }],
      start: options.now,
      timezone: options.workspaceTimezone,
      // Each person is sent through once: a person who entered by an event does not enter again on a date.
      dates: startsByDate(program) ? "first" : "none",
      ...(options.segments === undefined ? {} : { segments: options.segments }),
      decisions: options.decisions,
      newPerson: () => ({ person, events, past, chosen, offers }),
    });
  }

  run(): Simulation {
    const simulation = this.#simulation;
    this.#enter();
    this.#drawOnce();
    while (this.#hops() < MOST_HOPS) {
      while (answerDeliveries(simulation, this.#answered, this.#assume)) if (this.#hops() >= MOST_HOPS) break;
      this.#drawWhereTheyStand();
      const timer = simulation.nextDue ?? Number.POSITIVE_INFINITY;
      const event = this.#coming[0];
      if (Math.min(timer, event?.at ?? Number.POSITIVE_INFINITY) >= this.#end) break;
      if (event !== undefined && event.at <= timer) this.#happen(event);
      else simulation.runTo(timer + 1);
    }
    return simulation;
  }

  /** Enrolls the person; people who enter on a date wait for it instead. */
  #enter(): void {
    if (startsByDate(this.#program)) return;
    const start = startOf(this.#program);
    const { journeyId, audienceId } = this.#program;
    if (start === null) {
      const origin = audienceId === null ? "manual" : "audience";
      this.#simulation.send(this.#name, { kind: "enroll", journeyId, origin });
      return;
    }
    const seen = pick(this.#options.likely.get(start.eventName)?.properties ?? [], this.#key("start"));
    this.#simulation.track(this.#name, start.eventName, { ...seen, ...start.properties });
  }

  /** Draws goal events, exit events and counted events once per person, unless a node awaits the same event. */
  #drawOnce(): void {
    const { goal, exitRules, awaited } = prepare(this.#program);
    const names = new Set(this.#program.needs.eventFacts);
    if (goal?.eventName) names.add(goal.eventName);
    for (const { eventName } of exitRules) if (eventName !== null) names.add(eventName);
    for (const name of names) if (!awaited.has(name)) this.#draw(name, "once", []);
  }

  #drawWhereTheyStand(): void {
    for (const enrollment of this.#simulation.view(this.#name).enrollments) {
      const stand = `${enrollment.enrollmentId}:${String(enrollment.state.visit)}`;
      if (this.#drawn.has(stand)) continue;
      this.#drawn.add(stand);
      const visit = `${this.#program.states[enrollment.nodeId]?.name ?? ""}:${String(enrollment.state.visit)}`;
      for (const { name, correlated } of awaitedAt(this.#program, enrollment.nodeId))
        this.#draw(name, visit, correlated);
    }
  }

  #draw(name: string, what: string, correlated: readonly string[]): void {
    const { likely, now } = this.#options;
    const draws = { likely, key: this.#key(what), from: this.#simulation.now, horizonMs: this.#end - now };
    const happening = drawEvent(draws, name);
    if (happening === null) return;
    const properties = { ...happening.properties, ...this.#agreeing(correlated) };
    this.#coming = [...this.#coming, { ...happening, properties }].sort((left, right) => left.at - right.at);
  }

  #agreeing(keys: readonly string[]): JsonObject {
    const enrollment = this.#simulation.view(this.#name).enrollments[0];
    const trigger = (enrollment?.state.trigger ?? null) as { properties?: JsonObject } | null;
    return Object.fromEntries(keys.map((key) => [key, trigger?.properties?.[key] ?? null]));
  }

  #happen({ at, name, properties }: Happening): void {
    this.#coming.shift();
    this.#simulation.runTo(at);
    this.#simulation.track(this.#name, name, properties);
  }

  readonly #assume: Assume = ({ request: { id, nodeId, contentType, visit } }) => {
    if (!decidesByOutcome(this.#program, nodeId)) return null;
    const { completed = 1, dismissed = 0, webhookFailed = 0 } = this.#options.outcomes ?? {};
    const drawn = share(this.#key(`${this.#program.states[nodeId]?.name ?? id}:${visit}:outcome`));
    if (!isInPage(contentType))
      return drawn < webhookFailed ? "failed" : (assumedAnswer(this.#program, nodeId) ?? "sent");
    return drawn < completed ? "completed" : drawn < completed + dismissed ? "dismissed" : null;
  };

  #key(what: string): string {
    return `${this.#options.seed}:${this.#name}:${what}`;
  }

  #hops(): number {
    return this.#simulation.report.enrollments.reduce((sum, enrollment) => sum + enrollment.hops.length, 0);
  }
}
