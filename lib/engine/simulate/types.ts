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
  /** By node id: shares that stand in for those of the canvas, where the split is still what they were made for. */
  readonly allocations?: ReadonlyMap<string, SplitAllocation>;
};

/** One enrollment as it came out. */
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

/** A delivery, and what the outbox did with it: released to the sender, still set aside, or cancelled. */
export type SimulatedDelivery = {
  readonly request: DeliveryRequest;
  readonly person: string;
  status: "released" | "held" | "cancelled";
  releasedAt: EpochMs | null;
};

export type SimulatedChange = PersonChange & { readonly person: string };

/** Everything that came of a simulation, in the order it came. */
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
  /** A real person instead, with what is known of them. */
  readonly person?: Person;
  readonly events?: readonly LoggedEvent[];
  readonly past?: readonly FinishedEnrollment[];
  /** Their earliest path at each sticky SPLIT: node id → edge id. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** When time alone may change one of their memberships. */
  readonly recheckAt?: EpochMs | null;
};

export type SimulationOptions = {
  readonly journeys: readonly SimulatedJourney[];
  readonly start: EpochMs;
  readonly timezone?: string;
  readonly segments?: ReadonlyMap<string, SegmentDefinition>;
  readonly tooOldMs?: number;
  /** One turn a signal, or one turn for all signals of one instant: the outcome is the same. */
  readonly batching?: "signal" | "instant";
  /** Further versions of the journeys, to move people to. */
  readonly versions?: readonly Program[];
  /** Whether dates start enrollments by themselves (R55): all of them (the default), the first that comes, or none. */
  readonly dates?: "all" | "first" | "none";
  /** What people are like who are not named by `addPerson` before their first signal. */
  readonly newPerson?: (name: string) => SimulatedPerson;
};
