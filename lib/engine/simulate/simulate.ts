import { applyMove, eventName, type JourneyMove, type JsonObject, type PauseMode } from "#journey";
import { advance } from "../advance.ts";
import type { AdvanceInput, JourneyState, WorkspaceSnapshot } from "../advance-input.ts";
import { datesOf } from "../entry/dates.ts";
import { derivedId } from "../ids.ts";
import type { EpochMs, PersonPatch, Signal, StopReason } from "../signal.ts";
import { TOO_OLD_MS } from "../snapshot.ts";
import { absorb, emptyReport } from "./absorb.ts";
import { frozen } from "./frozen.ts";
import { keepDates, newPersonRecord, type PersonRecord } from "./person-record.ts";
import type { SimulationOptions, SimulationReport } from "./types.ts";

/** A signal without id and time, which the simulation assigns. */
type Unstamped<T> = T extends unknown ? Omit<T, "id" | "at"> : never;

/**
 * Runs journeys in memory on a virtual clock with the engine's own function: for cases, test runs and backtests. Sends
 * nothing. Times are epoch ms and must not decrease.
 */
export function simulate(options: SimulationOptions): Simulation {
  return new Simulation(options);
}

export class Simulation {
  readonly #options: SimulationOptions;
  readonly #boxes = new Map<string, PersonRecord>();
  readonly #journeys = new Map<string, JourneyState>();
  readonly #report: SimulationReport = emptyReport();
  #now: EpochMs;
  #running = true;
  #serial = 0;
  #snapshot: WorkspaceSnapshot | null = null;

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#now = options.start;
    for (const [index, journey] of options.journeys.entries()) {
      const { program, onResume = "fire", status = "published", number = index + 1, key, allocations } = journey;
      const id = program.journeyId;
      const settled = { pauseMode: null, pauses: [], epoch: 1, entryVersionId: program.versionId };
      this.#journeys.set(id, {
        id,
        number,
        status,
        onResume,
        ...settled,
        ...(key === undefined ? {} : { key }),
        ...(allocations === undefined ? {} : { allocations }),
      });
    }
  }

  get report(): SimulationReport {
    return this.#report;
  }

  get now(): EpochMs {
    return this.#now;
  }

  /** When the next timer of any person is due (epoch ms); null = none is armed. */
  get nextDue(): EpochMs | null {
    return this.#earliest()?.at ?? null;
  }

  /** Stops an enrollment at its position: the node's timers are removed; limits, goals and exit conditions still apply. */
  freeze(person: string, enrollmentId: string): void {
    const box = this.#box(person);
    const enrollment = box.enrollments.get(enrollmentId);
    if (enrollment !== undefined) box.enrollments.set(enrollmentId, frozen(enrollment));
  }

  /** Advances the clock to `at` (epoch ms); timers fire at their own times. */
  runTo(at: EpochMs): void {
    this.#flush();
    while (this.#running) {
      const next = this.#earliest();
      if (next === null || next.at >= at) break;
      this.#now = Math.max(this.#now, next.at + 1);
      this.#pollIfDue(next.box);
      this.#sendDueDates(next.box);
      this.#advance(next.box);
    }
    this.#now = Math.max(this.#now, at);
  }

  track(person: string, name: string, properties: JsonObject = {}, timestamp: EpochMs = this.#now): void {
    const id = this.#newId(person);
    const event = { id, name: eventName(name), properties, timestamp, receivedAt: this.#now };
    this.send(person, { kind: "event", event });
  }

  change(person: string, patch: PersonPatch): void {
    this.send(person, { kind: "patch", patch, source: "simulation" });
  }

  stop(person: string, reason: StopReason = "stopped"): void {
    this.send(person, { kind: "stop", reason });
  }

  /** Puts a signal into a person's inbox at the present time. */
  send(person: string, signal: Unstamped<Signal>): void {
    const box = this.#box(person);
    box.signals.push({ ...signal, id: this.#newId(person), at: this.#now } as Signal);
    if (this.#options.batching !== "instant") this.#flush();
  }

  stopEngine(): void {
    this.#flush();
    this.#running = false;
  }

  startEngine(): void {
    this.#running = true;
    for (const box of this.#boxes.values()) box.isDue = true;
    if (this.#options.batching !== "instant") this.#flush();
  }

  pause(mode: PauseMode): void {
    this.#move("pause", mode);
  }

  resume(): void {
    this.#move("resume");
  }

  unpublish(): void {
    this.#move("unpublish");
  }

  publish(): void {
    this.#move("publish");
  }

  archive(): void {
    this.#move("archive");
    for (const delivery of this.#report.deliveries) if (delivery.status === "held") delivery.status = "cancelled";
    for (const [name, box] of this.#boxes) {
      if (box.enrollments.size > 0 || box.queued.length > 0)
        this.send(name, { kind: "stop", reason: "journey_archived" });
    }
  }

  restore(): void {
    this.#move("restore");
  }

  /** Applies a move to every journey for which it is legal; signals processed afterwards see it (R19). */
  #move(move: JourneyMove, mode?: PauseMode): void {
    this.#flush();
    const resumed: string[] = [];
    for (const [id, journey] of this.#journeys) {
      const moved = applyMove(journey, move, { at: this.#now, ...(mode === undefined ? {} : { mode }) });
      if (moved === null) continue;
      const isArchived = moved.status === "archived" && journey.status !== "archived";
      this.#journeys.set(id, { ...journey, ...moved, epoch: journey.epoch + (isArchived ? 1 : 0) });
      if (journey.status === "paused" && !isArchived) resumed.push(id);
    }
    this.#snapshot = null;
    for (const journeyId of resumed)
      for (const name of this.#boxes.keys()) this.send(name, { kind: "resume", journeyId });
  }

  #flush(): void {
    if (!this.#running) return;
    for (const box of this.#boxes.values()) if (box.signals.length > 0 || box.isDue) this.#advance(box);
  }

  /** Creates a person to whom nothing has happened yet, so that their dates can start enrollments (R55). */
  meet(person: string): void {
    this.#box(person);
  }

  /** The input of a call of advance for one person at the present time, without signals; `explain` reads it. */
  view(person: string): AdvanceInput {
    return this.#view(this.#box(person));
  }

  #view(box: PersonRecord): AdvanceInput {
    return {
      now: this.#now,
      horizon: null,
      person: box.person,
      enrollments: [...box.enrollments.values()],
      past: box.past,
      queued: box.queued,
      failed: [...box.failed.values()],
      chosen: { ...box.chosen },
      offers: box.offers,
      counted: box.counted,
      signals: [],
      snapshot: this.#currentSnapshot(),
      events: box.events,
    };
  }

  #advance(box: PersonRecord): void {
    const input = { ...this.#view(box), signals: box.signals };
    box.signals = [];
    box.isDue = false;
    absorb(this.#report, box, input, advance(input));
    this.#forgetDates(box);
  }

  /** Sends a `poll` as the driver does when time alone may have changed a membership (R23). */
  #pollIfDue(box: PersonRecord): void {
    if (box.recheckAt === null || box.recheckAt >= this.#now) return;
    box.recheckAt = null;
    box.signals.push({ kind: "poll", id: this.#newId(box.name), at: this.#now });
  }

  /** Sends due dates as the driver does (R55). */
  #sendDueDates(box: PersonRecord): void {
    for (const [key, { journeyId, nodeId, at, since, basis, key: year }] of [...box.dates]) {
      if (at === null || at >= this.#now) continue;
      box.dates.delete(key);
      const signal = { kind: "date", journeyId, nodeId, since, basis, dueAt: at, key: year } as const;
      box.signals.push({ ...signal, id: this.#newId(box.name), at: this.#now });
    }
  }

  /** Applies the option `dates`: drops all plans for `none`, and for `first` all plans after the first enrollment. */
  #forgetDates(box: PersonRecord): void {
    const { dates = "all" } = this.#options;
    if (dates === "none" || (dates === "first" && this.#report.enrollments.length > 0)) box.dates.clear();
  }

  #earliest(): { readonly box: PersonRecord; readonly at: EpochMs } | null {
    let best: { box: PersonRecord; at: EpochMs } | null = null;
    for (const box of this.#boxes.values()) {
      const dates = [...box.dates.values()].map((plan) => plan.at);
      for (const at of [
        box.recheckAt,
        ...dates,
        ...[...box.enrollments.values()].map((enrollment) => enrollment.wakeAt),
      ]) {
        if (at !== null && (best === null || at < best.at)) best = { box, at };
      }
    }
    return best;
  }

  #currentSnapshot(): WorkspaceSnapshot {
    this.#snapshot ??= {
      workspace: {
        id: "simulation",
        name: "Simulation",
        timezone: this.#options.timezone ?? "UTC",
        tooOldMs: this.#options.tooOldMs ?? TOO_OLD_MS,
      },
      ...(this.#options.segments === undefined ? {} : { segments: this.#options.segments }),
      ...(this.#options.decisions === undefined ? {} : { decisions: this.#options.decisions }),
      journeys: this.#journeys,
      programs: new Map(
        [...(this.#options.versions ?? []), ...this.#options.journeys.map(({ program }) => program)].map((program) => [
          program.versionId,
          program,
        ]),
      ),
    };
    return this.#snapshot;
  }

  #box(name: string): PersonRecord {
    let box = this.#boxes.get(name);
    if (box === undefined) {
      box = newPersonRecord(name, this.#now, this.#options.newPerson?.(name) ?? {});
      this.#boxes.set(name, box);
      keepDates(box, datesOf(this.#currentSnapshot(), box.person, this.#now));
      this.#forgetDates(box);
    }
    return box;
  }

  #newId(person: string): string {
    this.#serial += 1;
    return derivedId(`signal:${this.#serial}`, this.#now, this.#box(person).person.id);
  }
}
