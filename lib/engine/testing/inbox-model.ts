import { advance } from "../advance.ts";
import type { CountDelta, JourneyState, WorkspaceSnapshot } from "../advance-input.ts";
import { derivedId } from "../ids.ts";
import type { Program } from "../program.ts";
import type { EpochMs, Signal } from "../signal.ts";
import { absorb, emptyReport } from "../simulate/absorb.ts";
import { newPersonRecord, type PersonRecord } from "../simulate/person-record.ts";
import { TOO_OLD_MS } from "../snapshot.ts";
import { START } from "./build.ts";

type Unstamped<T> = T extends unknown ? Omit<T, "id" | "at"> : never;

/** A signal for the person, or a change of the journeys by their users. */
export type Happening =
  | { readonly at: EpochMs; readonly label: string; readonly signal: Unstamped<Signal> }
  | { readonly at: EpochMs; readonly label: string; readonly change: (journey: JourneyState) => Partial<JourneyState> };

/** One batch: how many of the unread signals it reads, and the `now` (epoch ms) at which it runs. */
export type Portion = { readonly count: number; readonly now: EpochMs };

/**
 * How the signals between two changes of the journeys are divided into batches; a final batch reads the rest.
 * `promptly` is the reference without delay: every signal and every timer in a batch of its own, at its own time.
 */
export type Reading = "promptly" | ((signals: readonly Signal[], from: EpochMs, end: EpochMs) => readonly Portion[]);

/**
 * An in-memory driver for one person. It reads the inbox in the given portions, with a horizon at the first unread
 * signal, and calls advance only when signals wait or an enrollment's `wakeAt` has passed.
 */
export class InboxModel {
  readonly #box: PersonRecord = newPersonRecord("p", START, {});
  readonly #report = emptyReport();
  readonly #programs: readonly Program[];
  readonly #cancelled = new Set<string>();
  #journeys: Map<string, JourneyState>;
  #now: EpochMs = START;

  constructor(programs: readonly Program[], onResume: JourneyState["onResume"]) {
    this.#programs = programs;
    this.#journeys = new Map(programs.map((program, index) => [program.journeyId, begin(program, index, onResume)]));
  }

  /** Runs the story to `end`; before each change of the journeys, everything earlier has been processed (R19). */
  play(story: readonly Happening[], end: EpochMs, reading: Reading): unknown {
    let stretch: Signal[] = [];
    for (const [index, happening] of story.entries()) {
      const { at } = happening;
      if ("signal" in happening) {
        const id = derivedId(`signal:${index}`, at, this.#box.person.id);
        stretch.push({ ...happening.signal, id, at } as Signal);
        continue;
      }
      this.#read(stretch, at, reading);
      for (const [id, journey] of this.#journeys) this.#journeys.set(id, { ...journey, ...happening.change(journey) });
      stretch = [];
    }
    this.#read(stretch, end, reading);
    return this.#seen();
  }

  #read(signals: readonly Signal[], end: EpochMs, reading: Reading): void {
    if (reading === "promptly") {
      for (const [index, signal] of signals.entries()) {
        this.#fireBefore(signal.at, signals.slice(index));
        this.#advance([signal], signals.slice(index + 1), signal.at);
      }
      this.#fireBefore(end, []);
      return;
    }
    let unread = signals;
    for (const { count, now } of reading(signals, this.#now, end)) {
      this.#advance(unread.slice(0, count), unread.slice(count), now);
      unread = unread.slice(count);
    }
    this.#advance(unread, [], end);
  }

  #fireBefore(at: EpochMs, unread: readonly Signal[]): void {
    for (let calls = 0; ; calls++) {
      const next = Math.min(
        ...[...this.#box.enrollments.values()].map(({ wakeAt }) => wakeAt ?? Number.POSITIVE_INFINITY),
      );
      if (next >= at) break;
      if (calls > 10_000) throw new Error("An enrollment is due for ever.");
      this.#advance([], unread, next + 1);
    }
    this.#now = Math.max(this.#now, at);
  }

  #advance(signals: readonly Signal[], unread: readonly Signal[], now: EpochMs): void {
    this.#now = Math.max(this.#now, now);
    const enrollments = [...this.#box.enrollments.values()];
    const isDue = enrollments.some(({ wakeAt }) => wakeAt !== null && wakeAt < this.#now);
    if (signals.length === 0 && !isDue) return;
    const first = unread[0]?.at ?? null;
    const input = {
      now: this.#now,
      horizon: first !== null && first <= this.#now ? first : null,
      // The lag is unlimited, so that waits of a late batch count from their hops too: the bound of R20 would make a
      // difference here.
      lag: Number.POSITIVE_INFINITY,
      person: this.#box.person,
      enrollments,
      past: this.#box.past,
      counted: this.#box.counted,
      queued: this.#box.queued,
      chosen: { ...this.#box.chosen },
      signals,
      snapshot: this.#snapshot(),
      events: this.#box.events,
    };
    const outcome = advance(input);
    for (const enrollmentId of outcome.cancelled) this.#cancelled.add(enrollmentId);
    absorb(this.#report, this.#box, input, outcome);
  }

  #snapshot(): WorkspaceSnapshot {
    return {
      workspace: { id: "model", name: "Model", timezone: "UTC", tooOldMs: TOO_OLD_MS },
      journeys: this.#journeys,
      programs: new Map(this.#programs.map((program) => [program.versionId, program])),
    };
  }

  /** All results except the release time of messages, which depends on the time of the batch. */
  #seen(): unknown {
    const { enrollments, deliveries, counts, ...rest } = this.#report;
    const running = [...this.#box.enrollments.values()].map(({ nodeId, seq, state }) => ({ nodeId, seq, state }));
    // Whether a message was sent before its enrollment was cut short depends on the sender, so only whether it is set
    // aside is compared.
    const messages = deliveries.map(({ request: { releasedAt: _, ...request }, status }) => {
      return { ...request, held: status === "held", cancelled: this.#cancelled.has(request.enrollmentId) };
    });
    return { ...rest, person: this.#box.person, enrollments, running, messages, counts: summed(counts) };
  }
}

function begin(program: Program, index: number, onResume: JourneyState["onResume"]): JourneyState {
  const { journeyId: id, versionId: entryVersionId } = program;
  const fresh = { pauseMode: null, pauses: [], epoch: 1, status: "published" as const };
  return { id, number: index + 1, key: `j${index}`, onResume, entryVersionId, ...fresh };
}

function summed(counts: readonly CountDelta[]): Record<string, number[]> {
  const sums: Record<string, number[]> = {};
  for (const { versionId, elementId, entered, advanced, exited, failed } of counts) {
    const key = `${versionId} ${elementId}`;
    const before = sums[key] ?? [0, 0, 0, 0];
    sums[key] = [entered, advanced, exited, failed].map((count, index) => count + (before[index] ?? 0));
  }
  return sums;
}
