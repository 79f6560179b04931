import type { JsonObject } from "#journey";
import type { Prepared } from "../prepare.ts";
import type { EventFact, Instant, PersonPatch } from "../signal.ts";
import type {
  Alert,
  Conversion,
  CountDelta,
  DeliveryRequest,
  EnrollmentEnd,
  EnrollmentMove,
  EnrollmentRevival,
  EnrollmentStart,
  HistoryRow,
  Hop,
  JourneyState,
  NearMiss,
  PastTrip,
  Person,
  PersonChange,
  QueuedAction,
  SplitChoice,
  Turn,
} from "../turn.ts";
import type { TripMemory } from "./trip-memory.ts";

/** A running trip while a turn works on it. */
export type LiveTrip = {
  readonly enrollmentId: string;
  /** Changes with a migration (R35), and the program with it. */
  versionId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: Instant;
  readonly journey: JourneyState;
  prepared: Prepared;
  seq: number;
  nodeId: string;
  memory: TripMemory;
  touched: boolean;
  ended: boolean;
  /** Hops of the signal at hand, flushed into one history row (R7). */
  hops: Hop[];
};

/** The signal at hand: what ids are derived from, and how far it is from the outside. */
export type Cause = {
  readonly seed: string;
  readonly signalId: string | null;
  readonly kind: string;
  readonly at: Instant;
  readonly depth: number;
  readonly root: string;
};

/** What a step sets off in its own person, worked off right behind the signal (R22). */
export type Pending = { readonly depth: number; readonly root: string; readonly at: Instant } & (
  | {
      readonly kind: "patch";
      readonly patch: PersonPatch;
      readonly source: string;
      readonly enrollmentId: string | null;
    }
  | { readonly kind: "event"; readonly event: EventFact }
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
  readonly released: { deliveryId: string; at: Instant }[];
  readonly cancelled: string[];
  readonly conversions: Conversion[];
  readonly choices: SplitChoice[];
  /** By version, then by node or edge. */
  readonly counts: Map<string, Map<string, { -readonly [Key in keyof CountDelta]: CountDelta[Key] }>>;
  readonly nearMisses: NearMiss[];
  readonly emitted: EventFact[];
  queuedAdded: QueuedAction[];
  readonly queuedRemoved: string[];
  readonly alerts: Alert[];
  segmentsRecheckAt?: Instant | null;
};

/** Everything that changes while one person's turn is worked through. */
export type Work = {
  readonly turn: Turn;
  person: Person;
  /** Running trips by `enrolledAt`, then id (R18). */
  trips: LiveTrip[];
  past: PastTrip[];
  queued: QueuedAction[];
  /** The person's earliest path at each SPLIT: node id → edge id. */
  chosen: Readonly<Record<string, string>>;
  /** Events that rules may count: up to the signal at hand (R21). */
  log: EventFact[];
  pending: Pending[];
  cause: Cause;
  readonly out: Collected;
};
