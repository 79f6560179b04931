import { shardOf, type TransactionSql } from "#db";
import { membershipsOf, type Person } from "#engine";
import { moveConsentChanges } from "#store/consent-changes";
import { mergeSeen } from "#store/content-seen";
import { moveDevices } from "#store/devices";
import { readMoment } from "#store/engine-config";
import { readFinishedEnrollments } from "#store/enrollments";
import { readPastEvents } from "#store/events";
import { appendSignals } from "#store/inbox";
import { keepBucket, keepLastEntry, leaveTombstone, moveRows, type PersonRow } from "#store/people";
import { readPositions } from "#store/positions";
import { mergePreferences } from "#store/preferences";
import { joinMemberships, readMemberships } from "#store/segment-members";
import { mergeSendUsage } from "#store/send-usage";
import { type Configuration, loadPrograms, lookupsOf } from "#store/snapshot";
import type { Owner } from "#store/sql";
import { mergeSubscriptions } from "#store/subscriptions";
import { Changes } from "../batch/changes.ts";
import { stopEnrollment } from "../batch/end-enrollment.ts";
import { writeChanges } from "../batch/write-changes.ts";
import { loadConfiguration } from "../load-configuration.ts";
import type { Runtime } from "../runtime.ts";
import { chooseLosers } from "./choose-survivors.ts";
import { mergeExposures } from "./merge-exposures.ts";

/** Moves everything of one person to the other, in the caller's transaction, which holds both shards (R39). */
export async function joinPeople(
  runtime: Runtime,
  sql: TransactionSql,
  from: PersonRow,
  into: PersonRow,
): Promise<void> {
  const owner: Owner = { shard: shardOf(from.id), workspaceId: from.workspaceId, personId: from.id };
  const to: Owner = { shard: shardOf(into.id), workspaceId: from.workspaceId, personId: into.id };
  const { now: asked, revision } = await readMoment(sql);
  const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked;
  const configuration = await loadConfiguration(runtime, sql, revision);
  const sides = { owner, from, to, into };
  await endLosers(sql, configuration, sides, now);
  await moveRows(sql, { ...owner, toShard: to.shard, toPersonId: to.personId }, now);
  await mergeExposures(sql, owner, to);
  await moveMemberships(sql, configuration, sides, now);
  if (from.createdAt < into.createdAt) await keepBucket(sql, to, from.bucketKey);
  if (from.lastEnteredAt !== null) await keepLastEntry(sql, to, from.lastEnteredAt);
  await leaveTombstone(sql, owner, into.id);
  await moveDevices(sql, owner, to);
  await mergeSubscriptions(sql, owner, to);
  await mergePreferences(sql, owner, to);
  await mergeSendUsage(sql, owner, to);
  await moveConsentChanges(sql, owner, to);
  await mergeSeen(sql, owner, to);
  await carryOver(sql, runtime, from, into, to);
}

type Sides = { readonly owner: Owner; readonly from: PersonRow; readonly to: Owner; readonly into: PersonRow };

/**
 * The survivor joins the merged person's segments with the original join times. No signals are sent, because nobody has
 * entered anything (R56). A membership whose rules do not hold for the joined person is dropped, also without signals,
 * because nobody has left anything.
 */
async function moveMemberships(
  sql: TransactionSql,
  configuration: Configuration,
  { owner, from, to, into }: Sides,
  now: number,
): Promise<void> {
  const snapshot = configuration.snapshots.get(owner.workspaceId);
  const rows = await readMemberships(sql, [owner.shard, to.shard], [owner.personId, to.personId]);
  const segments = [...new Set(rows.map(({ segmentId }) => segmentId))];
  if (segments.length === 0) return;
  const both: Person = {
    ...into,
    traits: { ...from.traits, ...into.traits },
    tags: union(into.tags, from.tags),
    segments,
  };
  const names = snapshot === undefined ? [] : lookupsOf(snapshot).segmentEvents;
  const events = names.length === 0 ? [] : await readPastEvents(sql, [to.shard], [to.personId], names);
  const leaves = snapshot === undefined ? [] : membershipsOf(judging(snapshot), both, events, now).leaves;
  await joinMemberships(sql, owner, to, leaves);
}

const judging = ({ workspace, segments }: NonNullable<ReturnType<Configuration["snapshots"]["get"]>>) => ({
  timezone: workspace.timezone,
  segments,
});

const union = (left: readonly string[], right: readonly string[]): string[] => [...new Set([...left, ...right])];

async function endLosers(
  sql: TransactionSql,
  configuration: Configuration,
  { owner, from, to, into }: Sides,
  now: number,
): Promise<void> {
  const shards = [owner.shard, to.shard];
  const ids = [owner.personId, to.personId];
  const [enrollments, past] = await Promise.all([
    readPositions(sql, shards, ids),
    readFinishedEnrollments(sql, shards, ids),
  ]);
  await loadPrograms(
    sql,
    configuration,
    enrollments.map((enrollment) => ({ ...owner, versionId: enrollment.versionId })),
  );
  const snapshot = configuration.snapshots.get(owner.workspaceId);
  const version = new Map(enrollments.map((enrollment) => [enrollment.journeyId, enrollment.versionId]));
  const side = (id: string) => ({
    enrollments: enrollments.filter((enrollment) => enrollment.personId === id),
    past: past.filter((enrollment) => enrollment.personId === id),
  });
  const losers = chooseLosers(side(owner.personId), side(to.personId), (journeyId) => {
    const reEntry = snapshot?.programs.get(version.get(journeyId) ?? "")?.settings.reEntry ?? "once";
    return reEntry === "once" || reEntry === "skip" ? "once" : "other";
  });
  const changes = new Changes();
  for (const enrollment of losers) {
    const [whose, row] = enrollments.some((one) => one === enrollment && one.personId === to.personId)
      ? ([to, into] as const)
      : ([owner, from] as const);
    const person: Person = { ...row, segments: [] };
    const outcome = stopEnrollment(enrollment, person, now, "merged");
    changes.add(whose, person, outcome);
    for (const end of outcome.ended) changes.countEnd(whose.shard, enrollment, end);
  }
  await writeChanges(sql, changes, now);
}

/**
 * What the survivor lacks arrives as a patch through the inbox, so that enrollments waiting for a change see it like
 * any other.
 */
async function carryOver(
  sql: TransactionSql,
  runtime: Runtime,
  from: PersonRow,
  into: PersonRow,
  to: Owner,
): Promise<void> {
  const traits = Object.fromEntries(Object.entries(from.traits).filter(([name]) => !(name in into.traits)));
  const addTags = from.tags.filter((tag) => !into.tags.includes(tag));
  const patch = {
    ...(Object.keys(traits).length > 0 ? { traits } : {}),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(into.stage === null && from.stage !== null ? { stage: from.stage } : {}),
    ...(into.anonymousId === null && from.anonymousId !== null ? { anonymousId: from.anonymousId } : {}),
  };
  const receivedAt = runtime.clock.kind === "virtual" ? { receivedAt: runtime.clock.at } : {};
  const { workspaceId, personId } = to;
  await appendSignals(sql, [
    { workspaceId, personId, kind: "patch", payload: { patch, source: "merge" }, ...receivedAt },
  ]);
}
