import { derivedId } from "../ids.ts";
import type { EventFact, Instant, Signal } from "../signal.ts";
import type { PastTrip, Person, QueuedAction, Trip } from "../turn.ts";
import type { SimulatedPerson } from "./types.ts";

/** One person of a simulation: what the tables of a shard would hold. */
export type Mailbox = {
  readonly name: string;
  person: Person;
  readonly trips: Map<string, Trip>;
  readonly past: PastTrip[];
  readonly events: EventFact[];
  queued: QueuedAction[];
  signals: Signal[];
  /** Look at it although nothing came: the engine was away. */
  isDue: boolean;
};

export function newMailbox(name: string, at: Instant, given: SimulatedPerson): Mailbox {
  const person = {
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
  return { name, person, trips: new Map(), past: [], events: [], queued: [], signals: [], isDue: false };
}
