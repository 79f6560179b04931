import type { JsonObject, OnResume } from "#journey";
import type {
  Alert,
  Conversion,
  CountDelta,
  DeliveryRequest,
  FinishedEnrollment,
  Hop,
  JourneyState,
  NearMiss,
  Person,
  PersonChange,
  SegmentDefinition,
} from "../advance-input.ts";
import type { Decisions, OfferHistory } from "../decisions/types.ts";
import type { Program } from "../program.ts";
import type { EpochMs, ExitReason, LoggedEvent } from "../signal.ts";
import type { SplitAllocation } from "../splits/shares.ts";

/** A journey to simulate, and how it resumes. */
export type SimulatedJourney = {
  readonly program: Program;
  readonly onResume?: OnResume;
  /** Published unless said. */
  readonly status?: JourneyState["status"];
  readonly number?: number;
  readonly key?: string;
  /** By node id: shares that replace those of the canvas, as long as the split is unchanged since they were computed. */
  readonly allocations?: ReadonlyMap<string, SplitAllocation>;
};

/** One enrollment and its result. */
export type SimulatedEnrollment = {
  readonly enrollmentId: string;
  readonly person: string;
  readonly journeyId: string;
  readonly enrolledAt: EpochMs;
  readonly hops: Hop[];
  status: "active" | "completed" | "stopped" | "failed";
  exitReason: ExitReason | null;
  endedAt: EpochMs | null;
};

/** A delivery and its state in the outbox: released to the sender, still set aside, or cancelled. */
export type SimulatedDelivery = {
  readonly request: DeliveryRequest;
  readonly person: string;
  status: "released" | "held" | "cancelled";
  releasedAt: EpochMs | null;
};

export type SimulatedChange = PersonChange & { readonly person: string };

/** All results of a simulation, in order. */
export type SimulationReport = {
  readonly enrollments: readonly SimulatedEnrollment[];
  readonly deliveries: readonly SimulatedDelivery[];
  readonly nearMisses: readonly NearMiss[];
  readonly conversions: readonly Conversion[];
  readonly changes: readonly SimulatedChange[];
  readonly counts: readonly CountDelta[];
  readonly alerts: readonly Alert[];
};

export type SimulatedPerson = {
  readonly traits?: JsonObject;
  readonly tags?: readonly string[];
  readonly isAnonymous?: boolean;
  /** A real person instead of an invented one, with their data. */
  readonly person?: Person;
  readonly events?: readonly LoggedEvent[];
  readonly past?: readonly FinishedEnrollment[];
  /** The path they first took at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** What they were offered before, and did with it. */
  readonly offers?: OfferHistory | undefined;
  /** When time alone may change one of their memberships (epoch ms). */
  readonly recheckAt?: EpochMs | null;
};

export type SimulationOptions = {
  readonly journeys: readonly SimulatedJourney[];
  readonly start: EpochMs;
  readonly timezone?: string;
  readonly segments?: ReadonlyMap<string, SegmentDefinition> | undefined;
  /** Offers and decision flows of the workspace. */
  readonly decisions?: Decisions | undefined;
  readonly tooOldMs?: number;
  /** One call of advance per signal, or one for all signals of the same ms: the result is the same. */
  readonly batching?: "signal" | "instant";
  /** Further versions of the journeys, as targets of migrations. */
  readonly versions?: readonly Program[];
  /** Which dates start enrollments (R55): all (default), only the first that comes, or none. */
  readonly dates?: "all" | "first" | "none";
  /** Defines people who send a signal before `addPerson` was called for them. */
  readonly newPerson?: (name: string) => SimulatedPerson;
};
