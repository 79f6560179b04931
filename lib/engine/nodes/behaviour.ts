import type { JsonObject } from "#journey";
import type { Facts } from "../guards/index.ts";
import type { PreparedState } from "../prepare.ts";
import type { Timer } from "../run/trip-memory.ts";
import type { LiveTrip, Work } from "../run/work.ts";
import type { EventFact, Instant } from "../signal.ts";

/** A person at a node. */
export type Visit = {
  readonly work: Work;
  readonly trip: LiveTrip;
  readonly state: PreparedState;
  /** Time of the hop that led here. */
  readonly at: Instant;
  /** From when waits count here (R20). */
  readonly armed: Instant;
  readonly zone: string;
};

/** The node has its outcome: the branch to take, and the receipt's words for it. */
export type Leave = { readonly exit: string; readonly cause?: string; readonly receipt?: JsonObject };

/** The person stays until something happens. */
export const PARK = "park";
/** The trip completes here. */
export const END = "end";

/** What one kind of node does; one file a kind. May throw: then the step fails and none of its effects happen. */
export type Behaviour = {
  readonly enter: (visit: Visit) => Leave | typeof PARK | typeof END;
  /** Whether people stand here until something happens; without it, whoever stands here has an outcome already. */
  readonly holds?: (state: PreparedState) => boolean;
  /** Timers armed while a person stands here; asked again when the zone or a trait changes (R23). */
  readonly timers?: (visit: Visit) => readonly Timer[];
  /** An event while the person stands here. */
  readonly onEvent?: (visit: Visit, event: EventFact, facts: Facts) => Leave | null;
  /** The person, the events counted, or the clock changed. */
  readonly onChange?: (visit: Visit) => Leave | null;
  /** What became of the delivery this visit made. */
  readonly onDelivery?: (visit: Visit, outcome: string) => Leave | null;
};
