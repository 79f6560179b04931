import type { Duration, EntryParts, ExitCondition, Goal, JsonObject, NodeType, Settings } from "#journey";
import type {
  AdvanceInput,
  Alert,
  Conversion,
  CountDelta,
  DatePlan,
  DeliveryRequest,
  EnrollmentEnd,
  EnrollmentMove,
  EnrollmentRevival,
  EnrollmentStart,
  FinishedEnrollment,
  HeldOutGoal,
  HistoryRow,
  HoldoutSide,
  Hop,
  JourneyState,
  NearMiss,
  NewCampaign,
  Person,
  PersonChange,
  QueuedAction,
  SplitChoice,
} from "./advance-input.ts";
import type { OfferPick, OfferSend, PastOffer, PastOutcome } from "./decisions/types.ts";
import type { EnrollmentState, Timer } from "./enrollment-state.ts";
import type { Execution } from "./execution.ts";
import type { RuleContext, Test } from "./guards/index.ts";
import type { Program, ProgramEntry, ProgramExit, ProgramState } from "./program.ts";
import type { EpochMs, LoggedEvent, PersonPatch, WebhookResponse } from "./signal.ts";

/** The enrollment waits at the node. */
export const PARK = "park";
/** The enrollment completes at the node. */
export const END = "end";

/** A race: an edge that an event or a delay takes while people stand on its source node. */
export type Race = {
  readonly exit: ProgramExit;
  readonly eventName: string | null;
  readonly test: Test;
  readonly delay: Duration | null;
};

export type PreparedState = {
  readonly program: ProgramState;
  readonly node: NodeActions;
  /** The edge of each exit, by branch. */
  readonly exits: ReadonlyMap<string, ProgramExit>;
  readonly races: readonly Race[];
};

export type PreparedGoal = {
  readonly type: Goal["type"];
  /** Full name of the event that may reach it; null = it is a state of the person. */
  readonly eventName: string | null;
  /** The trait whose value reaches it; null = an event reaches it. */
  readonly trait: string | null;
  /** Whether an event of that name reaches it. */
  readonly matches: (event: LoggedEvent) => boolean;
  /** Whether the person's state reaches it at a time (epoch ms). */
  readonly holds: (person: Person, at: EpochMs) => boolean;
  readonly deadlineDays: number | null;
  readonly exitOnGoal: boolean;
  /** How long after the end of an enrollment the goal still counts (R52). */
  readonly window: Duration;
  /** The journey's zone, in which the days of the deadline are counted. */
  readonly timezone: string | null;
  /** What an event is worth; null = it says no number, or the goal has no value. */
  readonly valueOf: (event: LoggedEvent) => number | null;
};

export type PreparedEntry = { readonly entry: ProgramEntry; readonly test: Test };

/** A compiled exit condition: on an event, or on a state of the person. */
export type ExitRule = { readonly eventName: string | null; readonly test: Test; readonly written: ExitCondition };

/** A program with its compiled guards; built once per program object and never stored. */
export type Prepared = {
  readonly program: Program;
  readonly states: ReadonlyMap<string, PreparedState>;
  readonly entries: readonly PreparedEntry[];
  readonly settings: Settings;
  readonly entry: { readonly parts: EntryParts; readonly test: Test };
  readonly exitRules: readonly ExitRule[];
  readonly goal: PreparedGoal | null;
  readonly maxDuration: Duration | null;
  /** Names of the events that a node or edge of this version awaits: a hold keeps those events (R32). */
  readonly awaited: ReadonlySet<string>;
  /** Nodes whose awaited event also counts if it came earlier in the enrollment (R20). */
  readonly lookingBack: readonly PreparedState[];
};

/** The outcome of a node: the exit to take, with the cause and receipt of the hop. */
export type ExitTaken = { readonly exit: string; readonly cause?: string; readonly receipt?: JsonObject };

/** The event that a node awaits. */
export type AwaitedEvent = {
  readonly name: string;
  readonly test: Test;
  /** Events since enrollment count too, not only those since the node was entered (R20). */
  readonly looksBack: boolean;
};

/** The outcome of a delivery. */
export type DeliveryOutcome = {
  readonly visit: number;
  readonly outcome: string;
  readonly error?: string;
  readonly response?: WebhookResponse;
  /** A trial assumes it; nothing was called. */
  readonly assumed?: true;
};

/** The compiled behaviour of one node of a version. Each function may throw: then the node fails and its effects are undone. */
export type NodeActions = {
  readonly enter: (run: Execution) => ExitTaken | typeof PARK | typeof END;
  /** True when people wait at this node; otherwise the node has its outcome immediately. */
  readonly holds?: boolean;
  /** The timers of a wait at this node; computed again when the zone or a trait changes (R23). */
  readonly timers?: (run: Execution) => readonly Timer[];
  /** The trait from which the timers are computed. */
  readonly timersRead?: string;
  /** Additional fields of the timer's receipt. */
  readonly timed?: (run: Execution) => JsonObject;
  /** The event that people wait for at this node. */
  readonly awaits?: AwaitedEvent;
  /** Called when the awaited event has come and its test holds. */
  readonly onEvent?: (event: LoggedEvent, facts: RuleContext) => ExitTaken;
  /** The condition that people wait for at this node. */
  readonly condition?: Test;
  /** Called when the person, the counted events or the clock changed. */
  readonly onChange?: (run: Execution) => ExitTaken | null;
  /** True when the exit depends on the outcome of the node's delivery. */
  readonly branchesByOutcome?: boolean;
  /** Called with the outcome of the delivery that this visit created. */
  readonly onDelivery?: (run: Execution, delivery: DeliveryOutcome) => ExitTaken | null;
};

/** The behaviour of one kind of node; one file per kind. */
export type Behaviour<Type extends NodeType> = {
  /** The lowest program format that has the node; a new kind needs a new format (R16). */
  readonly format: (config: JsonObject) => number;
  /** Its effects belong to the visit, so a retry has to run the node again even if it failed while people waited there. */
  readonly repeats: boolean;
  /** Compiles a node, given its exits by branch. */
  readonly prepare: (state: ProgramState<Type>, exits: PreparedState["exits"]) => NodeActions;
};

/** A running enrollment during a call of advance. */
export type RunningEnrollment = {
  readonly enrollmentId: string;
  /** A migration changes the version, and the program with it (R35). */
  versionId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: EpochMs;
  readonly journey: JourneyState;
  prepared: Prepared;
  seq: number;
  nodeId: string;
  memory: EnrollmentState;
  touched: boolean;
  ended: boolean;
  /** It failed at its position, not in the instructions of a node. */
  stood?: true;
  /** Hops of the present signal; written as one history row (R7). */
  hops: Hop[];
};

/**
 * The origin of an occurrence: the seed from which ids are derived, and how many effects separate it from the last
 * external cause.
 */
export type Cause = {
  readonly seed: string;
  readonly signalId: string | null;
  readonly kind: string;
  readonly at: EpochMs;
  readonly depth: number;
  readonly root: string;
};

/** An effect of a node on the same person; it is processed right after the signal (R22). */
export type Pending = { readonly depth: number; readonly root: string; readonly at: EpochMs } & (
  | {
      readonly kind: "patch";
      readonly patch: PersonPatch;
      readonly source: string;
      readonly enrollmentId: string | null;
    }
  | { readonly kind: "event"; readonly event: LoggedEvent }
  | { readonly kind: "enroll"; readonly seed: string; readonly journey: string; readonly properties: JsonObject }
  | { readonly kind: "judge"; readonly enrollmentId: string }
);

type Collected = {
  readonly changes: PersonChange[];
  readonly started: EnrollmentStart[];
  ended: EnrollmentEnd[];
  readonly moved: EnrollmentMove[];
  readonly revived: EnrollmentRevival[];
  readonly history: HistoryRow[];
  readonly deliveries: DeliveryRequest[];
  readonly released: { deliveryId: string; at: EpochMs }[];
  readonly cancelled: string[];
  readonly conversions: Conversion[];
  readonly choices: SplitChoice[];
  readonly sides: HoldoutSide[];
  readonly heldOutGoals: HeldOutGoal[];
  readonly picks: OfferPick[];
  readonly offerSends: OfferSend[];
  /** By version id, then by node or edge id. */
  readonly counts: Map<string, Map<string, { -readonly [Key in keyof CountDelta]: CountDelta[Key] }>>;
  readonly nearMisses: NearMiss[];
  readonly emitted: LoggedEvent[];
  readonly campaigns: NewCampaign[];
  queuedAdded: QueuedAction[];
  readonly queuedRemoved: string[];
  readonly alerts: Alert[];
  segmentsRecheckAt?: EpochMs | null;
  dates?: DatePlan[];
};

/** The mutable state of one call of advance. */
export type AdvanceState = {
  readonly input: AdvanceInput;
  person: Person;
  /** Running enrollments, ordered by `enrolledAt`, then id (R18). */
  enrollments: RunningEnrollment[];
  past: FinishedEnrollment[];
  queued: QueuedAction[];
  /** The path the person first took at each SPLIT: node id → edge id. */
  chosen: Readonly<Record<string, string>>;
  /** What the person was offered, including this call's offers, and did with it. */
  readonly offers: { readonly offered: PastOffer[]; readonly outcomes: readonly PastOutcome[] };
  /** The events that rules may count: those up to the present signal (R21). */
  log: LoggedEvent[];
  /** The conversions that are known to be counted (R52). */
  readonly counted: Set<string>;
  pending: Pending[];
  readonly out: Collected;
};
