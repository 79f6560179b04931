import type {
  DatePlan,
  FailedEnrollment,
  FinishedEnrollment,
  Person,
  Position,
  QueuedAction,
} from "../advance-input.ts";
import type { PastOffer, PastOutcome } from "../decisions/types.ts";
import { derivedId } from "../ids.ts";
import type { EpochMs, LoggedEvent, Signal } from "../signal.ts";
import type { SimulatedPerson } from "./types.ts";

/** The state of one simulated person: what the tables of a shard would hold. */
export type PersonRecord = {
  readonly name: string;
  person: Person;
  readonly enrollments: Map<string, Position>;
  past: FinishedEnrollment[];
  /** Failed enrollments, from which a retry would continue. */
  readonly failed: Map<string, FailedEnrollment>;
  readonly events: LoggedEvent[];
  queued: QueuedAction[];
  /** The path the person first took at each sticky SPLIT. */
  readonly chosen: Record<string, string>;
  /** Offers that decisions picked for the person, and what the person did with them. */
  readonly offers: { readonly offered: PastOffer[]; readonly outcomes: PastOutcome[] };
  /** Counted conversions, by `goalKey`. */
  readonly counted: string[];
  signals: Signal[];
  /** When time alone may change a membership by rules, in epoch ms (R23). */
  recheckAt: EpochMs | null;
  /** Plans of DATE triggers, by journey and node (R55). */
  readonly dates: Map<string, DatePlan>;
  /** The person must be processed although no signal came, because the engine was off. */
  isDue: boolean;
};

/** Stores the latest plan of each trigger; plans without a date are dropped. */
export function keepDates(box: PersonRecord, plans: readonly DatePlan[]): void {
  for (const plan of plans) {
    const key = `${plan.journeyId} ${plan.nodeId}`;
    if (plan.at === null) box.dates.delete(key);
    else box.dates.set(key, plan);
  }
}

export function newPersonRecord(name: string, at: EpochMs, given: SimulatedPerson): PersonRecord {
  const person = given.person ?? {
    id: derivedId(`person:${name}`, at, "00"),
    externalId: given.isAnonymous === true ? null : name,
    anonymousId: given.isAnonymous === true ? name : null,
    traits: given.traits ?? {},
    tags: given.tags ?? [],
    stage: null,
    segments: [],
    lastEnteredAt: null,
    createdAt: at,
  };
  return {
    name,
    person,
    enrollments: new Map(),
    past: [...(given.past ?? [])],
    failed: new Map(),
    events: [...(given.events ?? [])],
    queued: [],
    chosen: { ...given.chosen },
    offers: { offered: [...(given.offers?.offered ?? [])], outcomes: [...(given.offers?.outcomes ?? [])] },
    counted: [],
    signals: [],
    recheckAt: given.recheckAt ?? null,
    dates: new Map(),
    isDue: false,
  };
}
