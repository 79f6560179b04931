import type { JourneyStatus, JsonObject, OnResume, Pause, PauseMode } from "#journey";
import type { CampaignDefinition, NewCampaign } from "./campaign.ts";
import type { Conversion, CountDelta, EnrollmentMove, HeldOutGoal, HoldoutSide, SplitChoice } from "./counted.ts";
import type { DatePlan } from "./date-plan.ts";
import type { Decisions, OfferHistory, OfferPick, OfferSend } from "./decisions/types.ts";
import type { Alert, Bar } from "./faults.ts";
import type { NearMiss } from "./near-miss.ts";
import type { Position } from "./position.ts";
import type { Program } from "./program.ts";
import type { QueuedAction } from "./queued-action.ts";
import type { EpochMs, ExitReason, LoggedEvent, PersonPatch, Signal } from "./signal.ts";
import type { SplitAllocation } from "./splits/shares.ts";

export type * from "./campaign.ts";
export type * from "./counted.ts";
export type * from "./date-plan.ts";
export type * from "./faults.ts";
export type * from "./near-miss.ts";
export type * from "./position.ts";
export type * from "./queued-action.ts";

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
  /** The text that random draws at sticky splits hash; the person's id, unless a merge kept the id of another person (R39). */
  readonly bucketKey?: string;
};

/**
 * A failed enrollment as it was when it failed: `retry` restarts it from here. It is stored with the enrollment, as
 * JSON without its ids (R36).
 */
export type FailedEnrollment = Omit<Position, "wakeAt"> & {
  /**
   * It failed because its rows could not be stored, not because its node's instructions threw: a retry restores it as
   * it stood.
   */
  readonly stood?: true;
};

/** The part of a failed enrollment that the enrollment's own row does not hold; it is stored beside that row until a retry. */
export type FailedState = Pick<FailedEnrollment, "versionId" | "seq" | "nodeId" | "state" | "stood">;

/** A finished enrollment, which the re-entry rules read; the latest one per journey and instance key is enough. */
export type FinishedEnrollment = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  /** The version it ended on. */
  readonly versionId: string;
  readonly instanceKey: string;
  /** `archived`: hidden from the lists; `exitReason` still says how it ended. */
  readonly status: "completed" | "stopped" | "archived" | "failed";
  readonly exitReason: ExitReason | null;
  readonly epoch: number;
  readonly enrolledAt: EpochMs;
  readonly endedAt: EpochMs;
};

/** A compiled goal and the key under which its conversions are stored. */
export type CountedGoal = { readonly compiled: JsonObject; readonly revision: string };

/** A journey as it was configured when the batch was read. */
export type JourneyState = {
  readonly id: string;
  readonly number: number;
  /** Other names by which an `enroll` operation may refer to the journey. */
  readonly key?: string;
  readonly shortId?: string;
  readonly status: JourneyStatus;
  readonly pauseMode: PauseMode | null;
  /** Past and current pauses, oldest first; `to` is null while a pause lasts. */
  readonly pauses: readonly Pause<EpochMs>[];
  readonly onResume: OnResume;
  readonly epoch: number;
  /** The version that new enrollments start on; `null` = the journey accepts no new enrollments. */
  readonly entryVersionId: string | null;
  /** The goal that counts for all past and running enrollments of the journey; absent = the goal of the entry version (R52). */
  readonly goal?: CountedGoal | null;
  /** By node id: shares that replace those drawn on the canvas. */
  readonly allocations?: ReadonlyMap<string, SplitAllocation>;
};

/** Everything that one call of `advance` may read: one person, their inbox, and the snapshot of the workspace. */
export type AdvanceInput = {
  /** The batch's time, read from the database once, in epoch ms. Timers fire only when they are due before it (R19). */
  readonly now: EpochMs;
  /**
   * Time of the first unread inbox row, when the batch does not read the whole inbox; timers due at or after it do not
   * fire yet.
   */
  readonly horizon: EpochMs | null;
  /** How many ms before `now` the time of a hop may lie and still be the start of its waits; 60,000 unless set (R20). */
  readonly lag?: number;
  readonly person: Person;
  readonly enrollments: readonly Position[];
  readonly past: readonly FinishedEnrollment[];
  readonly queued: readonly QueuedAction[];
  /** Conversions that are already counted, by `goalKey`; the driver checks for duplicates again when it stores conversions. */
  readonly counted?: readonly string[];
  /** The path the person first took at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** What the person was offered and did with it; needed where a program decides. */
  readonly offers?: OfferHistory;
  /** The failed enrollments that the `retry` signals of this call name. */
  readonly failed?: readonly FailedEnrollment[];
  readonly signals: readonly Signal[];
  readonly snapshot: WorkspaceSnapshot;
  /** Enrollments, by id, of which something could not be stored on an earlier attempt (R47). */
  readonly barred?: ReadonlyMap<string, Bar>;
  /** Past events of the names in `needs.eventFacts`, oldest first. They may include the events of this batch's own signals. */
  readonly events: readonly LoggedEvent[];
};

/** The state of a workspace at one time: the part of the input that is the same for every person in one batch. */
export type WorkspaceSnapshot = {
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    readonly timezone: string;
    /** Events whose own timestamp is older than this many ms when received trigger nothing; `TOO_OLD_MS` unless set. */
    readonly tooOldMs: number;
    /** The share of people who get no marketing; absent = none. */
    readonly holdoutPercent?: number;
  };
  readonly journeys: ReadonlyMap<string, JourneyState>;
  /** Every version that has positions or accepts new enrollments, by version id. */
  readonly programs: ReadonlyMap<string, Program>;
  /** By id. Absent = rules and expressions compare segment references with the person's segment ids directly. */
  readonly segments?: ReadonlyMap<string, SegmentDefinition> | undefined;
  /** By id: the campaigns that steps may clone for a person; absent = there are none. */
  readonly campaigns?: ReadonlyMap<string, CampaignDefinition>;
  /** Offers and decision flows; absent = the workspace has none. */
  readonly decisions?: Decisions;
};

/** A segment as the engine knows it. If it has `rules`, its membership is evaluated after every signal (R21). */
export type SegmentDefinition = {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  /** For sentences; the key is used where there is no name. */
  readonly name?: string;
  readonly rules?: JsonObject | null;
  /** Keys that the segment had earlier: documents may still name it by one of them. */
  readonly formerKeys?: readonly string[];
  /** Its first build is not finished: people join without a `segment.entered` event (R28). */
  readonly unbuilt?: boolean;
};

/** One transition of an enrollment: the unit of `transitions[]`. */
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

/** The transitions of one enrollment that one signal caused: a row of `history` (R7). */
export type HistoryRow = {
  readonly id: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly signalId: string | null;
  readonly signalKind: string;
  readonly at: EpochMs;
  /** How many signals have moved the enrollment, including this one: it orders rows of the same millisecond. */
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
  /** Values that the node maps into the template, already computed. */
  readonly variables: JsonObject;
  /**
   * When the delivery entered the outbox, and from when it may be sent (epoch ms); `releasedAt` null = a pause set it
   * aside.
   */
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
  /** The event or request that started the enrollment, as templates and receipts see it. */
  readonly trigger: JsonObject | null;
};

export type EnrollmentEnd = {
  readonly id: string;
  readonly status: "completed" | "stopped" | "failed";
  readonly exitReason: ExitReason;
  readonly endedAt: EpochMs;
  readonly lastNodeId: string;
  /** Only for a failed enrollment: the state that a later retry needs. */
  readonly failedState?: FailedState;
};

/** A failed enrollment that runs again: it is no longer failed, and gets a position again unless it also ended in this call. */
export type EnrollmentRevival = { readonly id: string; readonly journeyId: string; readonly versionId: string };

export type PersonChange = {
  readonly at: EpochMs;
  readonly source: string;
  readonly patch: PersonPatch;
  readonly before: JsonObject;
};

/** The complete result of a call of `advance`: the driver stores it in one transaction, and nothing else has changed. */
export type AdvanceResult = {
  /** The person after the call; the same object as in the input when nothing changed. */
  readonly person: Person;
  readonly changes: readonly PersonChange[];
  readonly started: readonly EnrollmentStart[];
  readonly ended: readonly EnrollmentEnd[];
  readonly moved: readonly EnrollmentMove[];
  readonly revived: readonly EnrollmentRevival[];
  /** Positions of the running enrollments that changed or began, as they are after the call. */
  readonly enrollments: readonly Position[];
  readonly history: readonly HistoryRow[];
  readonly deliveries: readonly DeliveryRequest[];
  /** Deliveries that were set aside and may now be sent, with the time of their release (epoch ms). */
  readonly released: readonly { readonly deliveryId: string; readonly at: EpochMs }[];
  /** Enrollments whose unclaimed deliveries are cancelled, including deliveries made in this same call (R27). */
  readonly cancelled: readonly string[];
  readonly conversions: readonly Conversion[];
  readonly choices: readonly SplitChoice[];
  readonly sides: readonly HoldoutSide[];
  readonly heldOutGoals: readonly HeldOutGoal[];
  /** Offers that decisions picked, and offers that messages of this call show. */
  readonly picks: readonly OfferPick[];
  readonly offerSends: readonly OfferSend[];
  readonly counts: readonly CountDelta[];
  readonly nearMisses: readonly NearMiss[];
  /** Events that nodes created, to append to the log; this call has already processed them. */
  readonly emitted: readonly LoggedEvent[];
  readonly campaigns: readonly NewCampaign[];
  readonly queuedAdded: readonly QueuedAction[];
  readonly queuedRemoved: readonly string[];
  readonly alerts: readonly Alert[];
  /**
   * When time alone may change a rule-based membership (R23); null = never, absent = this call did not evaluate
   * memberships.
   */
  readonly segmentsRecheckAt?: EpochMs | null;
  /** New date plans, one for each DATE trigger that this call affected; absent = none. */
  readonly dates?: readonly DatePlan[];
};
