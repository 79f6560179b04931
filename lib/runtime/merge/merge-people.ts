import { appendSignals, shardOf, type TransactionSql } from "#db";
import type { Person } from "#engine";
import { Changes } from "../batch/changes.ts";
import { stopTrip } from "../batch/end-trip.ts";
import { writeChanges } from "../batch/write-changes.ts";
import type { Runtime } from "../runtime.ts";
import type { Owner } from "../sql/connection.ts";
import { deleteInbox } from "../sql/delete-inbox.ts";
import { forwardInbox } from "../sql/forward-inbox.ts";
import { joinMemberships } from "../sql/join-memberships.ts";
import { keepBucket } from "../sql/keep-bucket.ts";
import { keepLastEntry } from "../sql/keep-last-entry.ts";
import { leaveTombstone } from "../sql/leave-tombstone.ts";
import { lockShard } from "../sql/lock-shard.ts";
import { moveRows } from "../sql/move-rows.ts";
import { readMailOf } from "../sql/read-mail-of.ts";
import { readMoment } from "../sql/read-moment.ts";
import { readPastTrips } from "../sql/read-past-trips.ts";
import { type PersonRow, readPeople } from "../sql/read-people.ts";
import { readTrips } from "../sql/read-trips.ts";
import type { Configuration } from "../world/configuration.ts";
import { loadConfiguration } from "../world/load-configuration.ts";
import { loadPrograms } from "../world/load-programs.ts";
import { chooseLosers } from "./choose-survivors.ts";

/**
 * Joins a person to another, when the merge is next in their mailbox: both shards locked in ascending order, trips moved,
 * of two running ones of a journey the earlier survives, waiting mail forwarded (R39).
 */
export async function mergePeople(runtime: Runtime, owner: Owner): Promise<void> {
  await runtime.database.sql.begin(async (sql) => {
    const [merge] = (await readMailOf(sql, owner)).filter((row) => row.kind === "merge");
    const target = String(merge?.payload?.into ?? "");
    if (target === "") return;
    for (const shard of [...new Set([owner.shard, shardOf(target)])].sort((a, b) => a - b)) await lockShard(sql, shard);
    const mail = await readMailOf(sql, owner);
    const first = mail[0];
    if (first?.kind !== "merge") return;
    const people = await readPeople(sql, [owner.shard, shardOf(target)], [owner.personId, target]);
    const from = people.find((person) => person.id === owner.personId);
    const into = people.find((person) => person.id === target);
    await deleteInbox(sql, mail);
    if (!from || !into || from.id === into.id || from.mergedInto) {
      await forwardInbox(sql, mail.slice(1), from?.mergedInto ?? owner.personId);
      return;
    }
    const { now: asked, revision } = await readMoment(sql);
    const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked;
    const configuration = await loadConfiguration(runtime, sql, revision);
    const to: Owner = { shard: shardOf(into.id), workspaceId: owner.workspaceId, personId: into.id };
    await endLosers(sql, configuration, owner, to, { from, into }, now);
    const joined = await joinMemberships(sql, owner, to);
    await moveRows(sql, { ...owner, toShard: to.shard, toPersonId: to.personId }, now);
    if (from.createdAt < into.createdAt) await keepBucket(sql, to, from.bucketKey);
    if (from.lastEnteredAt !== null) await keepLastEntry(sql, to, from.lastEnteredAt);
    await leaveTombstone(sql, owner, into.id);
    await carryOver(sql, runtime, from, into, to, joined);
    await forwardInbox(sql, mail.slice(1), into.id);
  });
}

async function endLosers(
  sql: TransactionSql,
  configuration: Configuration,
  owner: Owner,
  to: Owner,
  people: { from: PersonRow; into: PersonRow },
  now: number,
): Promise<void> {
  const shards = [owner.shard, to.shard];
  const ids = [owner.personId, to.personId];
  const [trips, past] = await Promise.all([readTrips(sql, shards, ids), readPastTrips(sql, shards, ids)]);
  await loadPrograms(
    sql,
    configuration,
    trips.map((trip) => ({ ...owner, versionId: trip.versionId })),
  );
  const world = configuration.worlds.get(owner.workspaceId);
  const version = new Map(trips.map((trip) => [trip.journeyId, trip.versionId]));
  const side = (id: string) => ({
    trips: trips.filter((trip) => trip.personId === id),
    past: past.filter((trip) => trip.personId === id),
  });
  const losers = chooseLosers(side(owner.personId), side(to.personId), (journeyId) => {
    const reEntry = world?.programs.get(version.get(journeyId) ?? "")?.settings.reEntry ?? "once";
    return reEntry === "once" || reEntry === "skip" ? "once" : "other";
  });
  const changes = new Changes();
  for (const trip of losers) {
    const [whose, row] = trips.some((one) => one === trip && one.personId === to.personId)
      ? ([to, people.into] as const)
      : ([owner, people.from] as const);
    const person: Person = { ...row, segments: [] };
    const outcome = stopTrip(trip, person, now, "merged");
    changes.add(whose, person, outcome);
    for (const end of outcome.ended) changes.countEnd(whose.shard, trip, end);
  }
  await writeChanges(sql, changes, now);
}

/** What the survivor lacks comes as a patch through the mailbox, so that journeys see the change like any other. */
async function carryOver(
  sql: TransactionSql,
  runtime: Runtime,
  from: PersonRow,
  into: PersonRow,
  to: Owner,
  segments: readonly string[],
): Promise<void> {
  const traits = Object.fromEntries(Object.entries(from.traits).filter(([name]) => !(name in into.traits)));
  const addTags = from.tags.filter((tag) => !into.tags.includes(tag));
  const patch = {
    ...(Object.keys(traits).length > 0 ? { traits } : {}),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(segments.length > 0 ? { addSegments: [...segments] } : {}),
    ...(into.stage === null && from.stage !== null ? { stage: from.stage } : {}),
    ...(into.anonymousId === null && from.anonymousId !== null ? { anonymousId: from.anonymousId } : {}),
  };
  const receivedAt = runtime.clock.kind === "virtual" ? { receivedAt: runtime.clock.at } : {};
  const { workspaceId, personId } = to;
  await appendSignals(sql, [
    { workspaceId, personId, kind: "patch", payload: { patch, source: "merge" }, ...receivedAt },
  ]);
}
