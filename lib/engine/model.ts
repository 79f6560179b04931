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
  HistoryRow,
  Hop,
  JourneyState,
  NearMiss,
  Person,
  PersonChange,
  QueuedAction,
  SplitChoice,
} from "./advance-input.ts";
import type { EnrollmentState, Timer } from "./enrollment-state.ts";
import type { Execution } from "./execution.ts";
import type { RuleContext, Test } from "./guards/index.ts";
import type { Program, ProgramEntry, ProgramExit, ProgramState } from "./program.ts";
import type { EpochMs, LoggedEvent, PersonPatch, WebhookResponse } from "./signal.ts";

/** The person stays until something happens. */
export const PARK = "park";
/** The enrollment completes here. */
export const END = "end";

/** A race out of a state. */
export type Race = {
  readonly exit: ProgramExit;
  readonly eventName: string | null;
  readonly test: Test;
  readonly delay: Duration | null;
};

export type PreparedState = {
  readonly program: ProgramState;
  readonly node: NodeActions;
  /** By branch. */
  readonly exits: ReadonlyMap<string, ProgramExit>;
  readonly races: readonly Race[];
};

export type PreparedGoal = {
  readonly type: Goal["type"];
  /** The event that may reach it; null = it is a state of the person. */
  readonly eventName: string | null;
  /** The trait whose value reaches it; null = an event does. */
  readonly trait: string | null;
  /** Whether an event of its name reaches it. */
  readonly matches: (event: LoggedEvent) => boolean;
  /** Whether it is a state of the person that holds. */
  readonly holds: (person: Person, at: EpochMs) => boolean;
  readonly deadlineDays: number | null;
  readonly exitOnGoal: boolean;
  /** How long it still counts after the end of an enrollment (R52). */
  readonly window: Duration;
  /** The journey's zone, in which the deadline's days are counted. */
  readonly timezone: string | null;
};

export type PreparedEntry = { readonly entry: ProgramEntry; readonly test: Test };

/** A reason to leave: by event, or by a state of the person. */
export type ExitRule = { readonly eventName: string | null; readonly test: Test; readonly written: ExitCondition };

/** A program with its guards compiled: made once per program object, never stored. */
export type Prepared = {
  readonly program: Program;
  readonly states: ReadonlyMap<string, PreparedState>;
  readonly entries: readonly PreparedEntry[];
  readonly settings: Settings;
  readonly entry: { readonly parts: EntryParts; readonly test: Test };
  readonly exitRules: readonly ExitRule[];
  readonly goal: PreparedGoal | null;
  readonly maxDuration: Duration | null;
  /** Event names that a node or edge of this version awaits: what a hold keeps (R32). */
  readonly awaited: ReadonlySet<string>;
  /** Nodes whose awaited event counts since the enrollment (R20). */
  readonly lookingBack: readonly PreparedState[];
};

/** The node has its outcome: the branch to take, and the receipt's words for it. */
export type ExitTaken = { readonly exit: string; readonly cause?: string; readonly receipt?: JsonObject };

/** An event that people wait for at a node. */
export type AwaitedEvent = {
  readonly name: string;
  readonly test: Test;
  /** One since the enrollment counts too (R20). */
  readonly looksBack: boolean;
};

/** What became of a delivery. */
export type DeliveryOutcome = {
  readonly visit: number;
  readonly outcome: string;
  readonly error?: string;
  readonly response?: WebhookResponse;
};

/** One node of a version, ready to act: made once, of its config. Its parts may throw: then it fails and sets nothing off. */
export type NodeActions = {
  readonly enter: (run: Execution) => ExitTaken | typeof PARK | typeof END;
  /** People stand here until something happens; else everybody here has an outcome already. */
  readonly holds?: boolean;
  /** Timers armed while a person stands here; asked again when the zone or a trait changes (R23). */
  readonly timers?: (run: Execution) => readonly Timer[];
  /** The trait that its timers are computed from. */
  readonly timersRead?: string;
  /** What the receipt of its timers says beside when they were due. */
  readonly timed?: (run: Execution) => JsonObject;
  /** The event that people wait for here. */
  readonly awaits?: AwaitedEvent;
  /** The awaited event has come, and its test holds of the facts. */
  readonly onEvent?: (event: LoggedEvent, facts: RuleContext) => ExitTaken;
  /** The condition that people wait for here. */
  readonly condition?: Test;
  /** The person, the events counted, or the clock changed. */
  readonly onChange?: (run: Execution) => ExitTaken | null;
  /** What becomes of its delivery decides which way people go. */
  readonly branchesByOutcome?: boolean;
  /** What became of the delivery this visit made. */
  readonly onDelivery?: (run: Execution, delivery: DeliveryOutcome) => ExitTaken | null;
};

/** What the engine knows of one kind of node; one file a kind. */
export type Behaviour<Type extends NodeType> = {
  /** The program format that knows such a node: a kind that is added needs a new one (R16). */
  readonly format: (config: JsonObject) => number;
  /** Its effects are of the visit, so that a retry has to run it again even where people only stood on it. */
  readonly repeats: boolean;
  /** Makes a node of it ready, with its ways out by branch. */
  readonly prepare: (state: ProgramState<Type>, exits: PreparedState["exits"]) => NodeActions;
};

/** A running enrollment while a turn works on it. */
export type RunningEnrollment = {
  readonly enrollmentId: string;
  /** Changes with a migration (R35), and the program with it. */
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
  /** It failed where it stood, not in the instructions of a node. */
  stood?: true;
  /** Hops of the signal at hand, flushed into one history row (R7). */
  hops: Hop[];
};

/** The signal at hand: what ids are derived from, and how far it is from the outside. */
export type Cause = {
  readonly seed: string;
  readonly signalId: string | null;
  readonly kind: string;
  readonly at: EpochMs;
  readonly depth: number;
  readonly root: string;
};

/** What a step sets off in its own person, worked off right behind the signal (R22). */
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
  /** By version, then by node or edge. */
  readonly counts: Map<string, Map<string, { -readonly [Key in keyof CountDelta]: CountDelta[Key] }>>;
  readonly nearMisses: NearMiss[];
  readonly emitted: LoggedEvent[];
  queuedAdded: QueuedAction[];
  readonly queuedRemoved: string[];
  readonly alerts: Alert[];
  segmentsRecheckAt?: EpochMs | null;
  dates?: DatePlan[];
};

/** Everything that changes while one person's turn is worked through. */
export type Work = {
  readonly turn: AdvanceInput;
  person: Person;
  /** Running enrollments by `enrolledAt`, then id (R18). */
  enrollments: RunningEnrollment[];
  past: FinishedEnrollment[];
  queued: QueuedAction[];
  /** The person's earliest path at each SPLIT: node id → edge id. */
  chosen: Readonly<Record<string, string>>;
  /** Events that rules may count: up to the signal at hand (R21). */
  log: LoggedEvent[];
  /** What enrollments were counted for, as far as it is known (R52). */
  readonly counted: Set<string>;
  pending: Pending[];
  readonly out: Collected;
};
