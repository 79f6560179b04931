import type { JsonObject } from "#journey";
import type { AdvanceInput, NearMissReason } from "../advance-input.ts";
import type { EpochMs, ExitReason } from "../signal.ts";

/** A message of the enrollment that is not settled yet, as the outbox holds it. */
export type OpenDelivery = {
  readonly enrollmentId: string;
  readonly nodeId: string;
  /** `queued held withheld sending pending shown`; `withheld`: by a sending policy. */
  readonly status: string;
  readonly contentType: string;
  /** Title of the content item, when it is known. */
  readonly title?: string | null;
  readonly nextAttemptAt?: EpochMs | null;
};

/** Where an enrollment failed, and why, as its last receipt tells it. */
export type Failure = {
  readonly enrollmentId: string;
  /** The step as the enrollment's own version calls it: its label, else its name. */
  readonly name: string;
  readonly error: string;
};

/** What is asked, and everything the answer may look at; `input.signals` is empty. */
export type Question = {
  /**
   * One person as a batch would see them. `events` holds the past events of all names in the programs' `needs.interest`, so
   * that triggers can be looked for among them.
   */
  readonly input: AdvanceInput;
  readonly journeyId: string;
  /** This enrollment instead of the running or latest one. */
  readonly enrollmentId?: string;
  readonly deliveries?: readonly OpenDelivery[];
  /** Of the person's failed enrollments in this journey. */
  readonly failures?: readonly Failure[];
  /** The time zone of the sentences; the person's own if absent. */
  readonly zone?: string;
  /** Names of segments by id, key or number, for the sentences. */
  readonly segmentNames?: ReadonlyMap<string, string>;
  /** Labels of steps by node id, of the version that the enrollment is on; a step without one goes by its name. */
  readonly stepLabels?: ReadonlyMap<string, string>;
};

export type ReasonCode =
  | NearMissReason
  /** The journey has no version that lets anybody in. */
  | "not_published"
  /** No event (or request) that starts it has come. */
  | "not_triggered"
  /** An event of the right name came, but its filters do not fit. */
  | "trigger_filter"
  /** Nothing keeps the person out: the next trigger lets them in. */
  | "may_enter"
  /** How the enrollment began. */
  | "entered"
  /** How it ended. */
  | "ended"
  /** What the person waits for. */
  | "waiting"
  /** The next batch moves them. */
  | "due"
  | "held";

/** One rule that decides, in a sentence with the values seen. */
export type Reason = {
  readonly code: ReasonCode;
  readonly text: string;
  readonly at?: EpochMs | null;
  readonly detail: JsonObject;
};

/** One thing that is armed and ends the wait. */
export type Awaited = {
  readonly kind: "event" | "timer" | "condition" | "delivery" | "resume";
  readonly text: string;
  readonly at?: EpochMs | null;
  readonly eventName?: string;
};

export type Waiting = {
  readonly nodeId: string;
  readonly name: string;
  /** What sentences call the step: its label, else its name. */
  readonly label: string;
  readonly since: EpochMs;
  /** The earliest time at which something happens by itself; null = nothing is armed in time. */
  readonly until: EpochMs | null;
  readonly for: readonly Awaited[];
};

/** Why a person is in a journey, why not, why they wait, until when, and what would move them. Times are epoch ms. */
export type Explanation = {
  readonly verdict: "in" | "was_in" | "not_in";
  readonly sentence: string;
  readonly enrollmentId: string | null;
  readonly exitReason: ExitReason | null;
  readonly waiting: Waiting | null;
  readonly reasons: readonly Reason[];
  readonly wouldMove: readonly string[];
};
