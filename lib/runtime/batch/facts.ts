import type { EventFact, PastTrip, Person, QueuedAction, Trip } from "#engine";
import type { Connection } from "../sql/connection.ts";
import { readMemberships } from "../sql/read-memberships.ts";
import { readPastEvents } from "../sql/read-past-events.ts";
import { readPastTrips } from "../sql/read-past-trips.ts";
import { type PersonRow, readPeople } from "../sql/read-people.ts";
import { readQueuedActions } from "../sql/read-queued-actions.ts";
import { readTrips } from "../sql/read-trips.ts";
import type { Configuration, LoadedWorld } from "../world/configuration.ts";
import { loadPrograms } from "../world/load-programs.ts";
import type { Batch, PersonWork } from "./batch.ts";

/** All that the batch's people are judged by, by person id. */
export type Facts = {
  readonly people: ReadonlyMap<string, Person & { readonly mergedInto: string | null }>;
  readonly trips: ReadonlyMap<string, Trip[]>;
  readonly past: ReadonlyMap<string, PastTrip[]>;
  readonly queued: ReadonlyMap<string, QueuedAction[]>;
  readonly events: ReadonlyMap<string, EventFact[]>;
};

/** Loads only what this batch can need; statements are sent without waiting for each other. */
export async function loadFacts(sql: Connection, configuration: Configuration, batch: Batch): Promise<Facts> {
  const works = [...batch.people.values()];
  const worldOf = (work: PersonWork) => configuration.worlds.get(work.owner.workspaceId);
  const entering = works.filter((work) => entersByMail(work, worldOf(work)));
  const [people, trips, queued, memberships, pastOfEntering] = await Promise.all([
    ask(works, (shards, ids) => readPeople(sql, shards, ids)),
    ask(works, (shards, ids) => readTrips(sql, shards, ids)),
    ask(
      works.filter((work) => worldOf(work)?.usesQueues),
      (shards, ids) => readQueuedActions(sql, shards, ids),
    ),
    ask(
      works.filter((work) => worldOf(work)?.usesSegments),
      (shards, ids) => readMemberships(sql, shards, ids),
    ),
    ask(entering, (shards, ids) => readPastTrips(sql, shards, ids)),
  ]);
  const tripsOf = Map.groupBy(trips, (row) => row.personId);
  await loadPrograms(
    sql,
    configuration,
    trips.map((trip) => ({
      workspaceId: batch.people.get(trip.personId)?.owner.workspaceId ?? "",
      versionId: trip.versionId,
    })),
  );
  const asked = new Set(entering);
  const acting = works.filter(
    (work) => !asked.has(work) && entersByAction(worldOf(work), tripsOf.get(work.owner.personId) ?? []),
  );
  const counted = countedEvents(configuration);
  const [pastOfActing, events] = await Promise.all([
    ask(acting, (shards, ids) => readPastTrips(sql, shards, ids)),
    ask(counted.length > 0 ? works : [], (shards, ids) => readPastEvents(sql, shards, ids, counted)),
  ]);
  const past = [...pastOfEntering, ...pastOfActing];
  const segmentsOf = Map.groupBy(memberships, (row) => row.personId);
  return {
    people: new Map(people.map((row) => [row.id, toPerson(row, segmentsOf.get(row.id) ?? [])])),
    trips: tripsOf,
    past: Map.groupBy(past, (row) => row.personId),
    queued: Map.groupBy(queued, (row) => row.personId),
    events: Map.groupBy(events, (row) => row.personId),
  };
}

function ask<Row>(
  works: readonly PersonWork[],
  read: (shards: number[], people: string[]) => Promise<Row[]>,
): Promise<Row[]> | Row[] {
  if (works.length === 0) return [];
  return read(
    works.map((work) => work.owner.shard),
    works.map((work) => work.owner.personId),
  );
}

/** Finished trips matter only where a trip may begin: measured, half of what reading a batch of wake-ups would cost. */
function entersByMail(work: PersonWork, world: LoadedWorld | undefined): boolean {
  if (!world) return false;
  return work.mail.some((row) => {
    if (row.kind === "event")
      return world.startingEvents.has((row.payload as { event?: EventFact } | null)?.event?.name ?? "");
    return row.kind === "enroll" || row.kind === "resume" || world.entersBySegment;
  });
}

/** What an ACTION does to the person may start another trip in the same turn (R22). */
function entersByAction(world: LoadedWorld | undefined, trips: readonly Trip[]): boolean {
  return trips.some((trip) => {
    const states = world?.programs.get(trip.versionId)?.states ?? {};
    return Object.values(states).some((state) => state.type === "ACTION");
  });
}

const counted = new WeakMap<Configuration, { size: number; names: string[] }>();

/** Names that any loaded program or segment counts; remembered until another program is loaded. */
function countedEvents(configuration: Configuration): string[] {
  const worlds = [...configuration.worlds.values()];
  const size = worlds.reduce((sum, world) => sum + world.programs.size, 0);
  const known = counted.get(configuration);
  if (known?.size === size) return known.names;
  const names = new Set<string>();
  for (const world of worlds) {
    for (const program of world.programs.values()) for (const name of program.needs.eventFacts) names.add(name);
    for (const name of world.segmentEvents) names.add(name);
  }
  const found = { size, names: [...names] };
  counted.set(configuration, found);
  return found.names;
}

function toPerson(row: PersonRow, memberships: readonly { segmentId: string }[]) {
  const { id, externalId, anonymousId, traits, tags, stage, mergedInto, lastEnteredAt, createdAt } = row;
  const segments = memberships.map((membership) => membership.segmentId);
  return { id, externalId, anonymousId, traits, tags, stage, segments, mergedInto, lastEnteredAt, createdAt };
}
