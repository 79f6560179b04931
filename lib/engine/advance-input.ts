import type { JourneyStatus, JsonObject, OnResume, Pause, PauseMode } from "#journey";
import type { Conversion, CountDelta, EnrollmentMove, SplitChoice } from "./counted.ts";
import type { DatePlan } from "./date-plan.ts";
import type { EnrollmentState } from "./enrollment-state.ts";
import type { Alert, Bar } from "./faults.ts";
import type { NearMiss } from "./near-miss.ts";
import type { Program } from "./program.ts";
import type { EpochMs, ExitReason, LoggedEvent, PersonPatch, Signal } from "./signal.ts";
import type { SplitAllocation } from "./splits/shares.ts";

export type * from "./counted.ts";
export type * from "./date-plan.ts";
export type * from "./faults.ts";
export type * from "./near-miss.ts";

/** A person as rules and templates see them. */
export type Person = {
  readonly id: string;
  readonly externalId: string | null;
  readonly anonymousId: string | null;
  readonly traits: JsonObject;
  readonly tags: readonly string[];
  readonly stage: string | null;
  /** Ids of the segments the person is in. */
  readonly segments: readonly string[];
  readonly lastEnteredAt: EpochMs | null;
  readonly createdAt: EpochMs;
  /** What chance goes by at sticky splits; the id unless a merge brought another's (R39). */
  readonly bucketKey?: string;
};

/** One running enrollment: what the table `positions` holds. `state` is the engine's own and opaque to the driver. */
export type Position = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: EpochMs;
  /** Number of signals that have moved it. */
  readonly seq: number;
  /** The node the person stands on. */
  readonly nodeId: string;
  /** The least of everything armed; `null` = nothing armed, or held by a pause. */
  readonly wakeAt: EpochMs | null;
  readonly state: StoredState;
};

/** JSON the engine keeps between signals; only the engine reads inside it. */
export type StoredState = EnrollmentState;

/** An enrollment that failed, as it was: what `retry` revives. Stored with the enrollment, JSON without its ids (R36). */
export type FailedEnrollment = Omit<Position, "wakeAt"> & {
  /** It failed where it stood (its rows were refused), not in the instructions of the node: it goes on as it stood. */
  readonly stood?: true;
};

/** The part of a failed enrollment that its enrollment does not hold: kept beside it until a retry. */
export type FailedState = Pick<FailedEnrollment, "versionId" | "seq" | "nodeId" | "state" | "stood">;

/** A finished enrollment, for the re-entry rules; the latest per (journey, instance key) is enough. */
export type FinishedEnrollment = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  /** The version it ended on. */
  readonly versionId: string;
  readonly instanceKey: string;
  /** `archived`: taken out of the lists; what it ended as follows from `exitReason`. */
  readonly status: "completed" | "stopped" | "archived" | "failed";
  readonly exitReason: ExitReason | null;
  readonly epoch: number;
  readonly enrolledAt: EpochMs;
  readonly endedAt: EpochMs;
};

/** A compiled goal with the key of its conversions. */
export type CountedGoal = { readonly compiled: JsonObject; readonly revision: string };

/** A journey as configured at the moment of the batch. */
export type JourneyState = {
  readonly id: string;
  readonly number: number;
  /** Other names an `enroll` operation may use for it. */
  readonly key?: string;
  readonly shortId?: string;
  readonly status: JourneyStatus;
  readonly pauseMode: PauseMode | null;
  /** Past and running pauses, oldest first; `to` is null while it lasts. */
  readonly pauses: readonly Pause<EpochMs>[];
  readonly onResume: OnResume;
  readonly epoch: number;
  /** The version new people enter; `null` = nobody new. */
  readonly entryVersionId: string | null;
  /** The goal that counts for everybody who is or was in it; absent = that of the version new people enter (R52). */
  readonly goal?: CountedGoal | null;
  /** By node id: shares that stand in for those of the canvas. */
  readonly allocations?: ReadonlyMap<string, SplitAllocation>;
};

/** What a node did while its journey queued: it happens when the journey goes on (R33). */
export type QueuedEffect =
  /** A message that was set aside may go. */
  | { readonly type: "release"; readonly deliveryId: string }
  | { readonly type: "patch"; readonly patch: PersonPatch }
  | { readonly type: "emit"; readonly name: string; readonly properties: JsonObject }
  | { readonly type: "enroll"; readonly journey: string; readonly properties: JsonObject };

/** A person change or delivery that a `queue` pause set aside, in order. */
export type QueuedAction = {
  readonly id: string;
  readonly journeyId: string;
  readonly enrollmentId: string;
  readonly epoch: number;
  readonly at: EpochMs;
  readonly effect: QueuedEffect;
};

/** Everything one call of `advance` may look at: one person, their inbox, and the world as configured. */
export type AdvanceInput = {
  /** The batch's time, asked of the database once. Timers fire only when due before it (R19). */
  readonly now: EpochMs;
  /** Time of the first unread inbox row when the inbox is not drained; timers at or after it wait. */
  readonly horizon: EpochMs | null;
  /** How far behind `now` waits may still be armed from their hop, in ms; 60 s unless set (R20). */
  readonly lag?: number;
  readonly person: Person;
  readonly enrollments: readonly Position[];
  readonly past: readonly FinishedEnrollment[];
  readonly queued: readonly QueuedAction[];
  /** By `goalKey`: what enrollments were counted for; the driver also checks it as it stores conversions. */
  readonly counted?: readonly string[];
  /** The person's earliest path at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** Failed enrollments that `retry` signals of this turn name. */
  readonly failed?: readonly FailedEnrollment[];
  readonly signals: readonly Signal[];
  readonly world: World;
  /** Enrollments of which something could not be stored when this was tried before, by id (R47). */
  readonly barred?: ReadonlyMap<string, Bar>;
  /** Past events of the names in `needs.eventFacts`, oldest first; those of this batch's own signals may be among them. */
  readonly events: readonly LoggedEvent[];
};

/** What is the same for every person of a workspace in one batch. */
export type World = {
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    readonly timezone: string;
    /** Events older than this by their own clock act on nothing; `TOO_OLD_MS` unless set. */
    readonly tooOldMs: number;
  };
  readonly journeys: ReadonlyMap<string, JourneyState>;
  /** By version id: every version that people stand on or enter. */
  readonly programs: ReadonlyMap<string, Program>;
  /** By id; absent = rules and expressions compare segment references with the person's ids as they are. */
  readonly segments?: ReadonlyMap<string, SegmentDefinition>;
};

/** A segment as the engine knows it; with `rules`, membership is judged again after every signal (R21). */
export type SegmentDefinition = {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly rules?: JsonObject | null;
  /** Keys it had before: names that people have written for it. */
  readonly formerKeys?: readonly string[];
  /** Its first build is not done: people come in silently (R28). */
  readonly unbuilt?: boolean;
};

/** One hop: the unit of `transitions[]`. */
export type Hop = {
  /** `null` at entry. */
  readonly from: string | null;
  /** `null` when the enrollment ends without entering another node. */
  readonly to: string | null;
  readonly edge: string | null;
  readonly at: EpochMs;
  /** `start event timer immediate condition goal exit_condition deadline max_duration stop delivery resume migrate retry loop failed`. */
  readonly cause: string;
  readonly receipt: JsonObject;
};

/** What one signal did to one enrollment: a row of `history` (R7). */
export type HistoryRow = {
  readonly id: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly signalId: string | null;
  readonly signalKind: string;
  readonly at: EpochMs;
  /** How many signals have moved the enrollment, this one included: it keeps rows of one millisecond in order. */
  readonly seq: number;
  readonly hops: readonly Hop[];
};

/** A message or in-page content to hand to a channel. */
export type DeliveryRequest = {
  readonly id: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly epoch: number;
  readonly nodeId: string;
  readonly visit: number;
  /** `email sms push webhook` or an in-page content type (`flow tooltip modal banner checklist survey`). */
  readonly contentType: string;
  readonly contentId: string;
  readonly config: JsonObject;
  /** Values the node maps into the template, already evaluated. */
  readonly variables: JsonObject;
  /** When it entered the outbox, and when it may be sent; `null` = set aside by a pause. */
  readonly queuedAt: EpochMs;
  readonly releasedAt: EpochMs | null;
};

export type EnrollmentStart = {
  readonly id: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: EpochMs;
  readonly entryNodeId: string;
  /** The event or request that started it, as templates and receipts see it. */
  readonly trigger: JsonObject | null;
};

export type EnrollmentEnd = {
  readonly id: string;
  readonly status: "completed" | "stopped" | "failed";
  readonly exitReason: ExitReason;
  readonly endedAt: EpochMs;
  readonly lastNodeId: string;
  /** Of a failed enrollment: what a later retry needs. */
  readonly failedState?: FailedState;
};

/** A failed enrollment that runs again: it leaves the failed ones, and has a position again unless it ended in this turn too. */
export type EnrollmentRevival = { readonly id: string; readonly journeyId: string; readonly versionId: string };

export type PersonChange = {
  readonly at: EpochMs;
  readonly source: string;
  readonly patch: PersonPatch;
  readonly before: JsonObject;
};

/** Everything that came of a turn: the driver writes it in one transaction, nothing else did happen. */
export type AdvanceResult = {
  /** The person afterwards; the same object as before when nothing changed. */
  readonly person: Person;
  readonly changes: readonly PersonChange[];
  readonly started: readonly EnrollmentStart[];
  readonly ended: readonly EnrollmentEnd[];
  readonly moved: readonly EnrollmentMove[];
  readonly revived: readonly EnrollmentRevival[];
  /** Running enrollments that changed or began, as they now stand. */
  readonly enrollments: readonly Position[];
  readonly history: readonly HistoryRow[];
  readonly deliveries: readonly DeliveryRequest[];
  /** Deliveries set aside earlier that may go now, with the time of their release. */
  readonly released: readonly { readonly deliveryId: string; readonly at: EpochMs }[];
  /** Enrollments whose deliveries not yet claimed are cancelled, those of this very turn included (R27). */
  readonly cancelled: readonly string[];
  readonly conversions: readonly Conversion[];
  readonly choices: readonly SplitChoice[];
  readonly counts: readonly CountDelta[];
  readonly nearMisses: readonly NearMiss[];
  /** Events that steps made, to append to the log (already worked off inside this turn). */
  readonly emitted: readonly LoggedEvent[];
  readonly queuedAdded: readonly QueuedAction[];
  readonly queuedRemoved: readonly string[];
  readonly alerts: readonly Alert[];
  /** When time alone may change a membership by rules (R23); null = never, absent = not judged in this turn. */
  readonly segmentsRecheckAt?: EpochMs | null;
  /** Dates that are to be looked at anew, one for each DATE trigger that the turn had to do with; absent = none. */
  readonly dates?: readonly DatePlan[];
};
