import { appendSignals, readPeopleWithSignals } from "#store/inbox";
import type { Operation } from "#store/operations";
import {
  type AudienceMember,
  everyoneOf,
  listedOf,
  membersOf,
  readAudienceMembers,
  type Source,
  targetedOf,
} from "#store/people";
import { advanceInline, type OwnSignal } from "../batch/advance-inline.ts";
import { isRefusal } from "../batch/refusal.ts";
import { builtShards } from "./built-shards.ts";
import { enrollUniformly } from "./enroll-uniformly.ts";
import { FIRST, type OperationKind, type Slice } from "./operation.ts";

/** Uniform entries take a quarter of the time, so one slice of them covers this many ordinary slices. */
const ALIKE = 4;
/**
 * Size of the first slice of a shard. Most shards of a small audience hold no more people, and ids are generated for
 * the whole slice before it is read.
 */
const FEW = 500;

/**
 * Enrolls the members of a segment, the listed people, or everyone in the workspace. The entry rules decide about each
 * person.
 */
export const enroll: OperationKind = {
  steps: true,
  work: async (slice) => {
    // If each membership is an enrollment of its own, the join time is part of its key, so entries are not uniform.
    const { input } = slice.operation;
    const wide = {
      ...slice,
      limit: Math.min(slice.cursor === FIRST ? FEW : Number.POSITIVE_INFINITY, slice.limit * ALIKE),
    };
    const uniform = input.propertiesById ? null : await enrollUniformly(wide, sourceOf(wide), payloadFor(slice, 0));
    if (uniform) {
      for (let from = 0; from < uniform.others.length; from += slice.limit)
        await enrollMembers(
          slice,
          await readAudienceMembers(slice, sourceOf(slice, uniform.others.slice(from, from + slice.limit))),
        );
      return { done: uniform.seen, cursor: uniform.seen < wide.limit ? null : uniform.last };
    }
    const source = sourceOf(slice);
    const members = await readAudienceMembers(slice, source);
    await enrollMembers(slice, members);
    return { done: members.length, cursor: members.length < slice.limit ? null : (members.at(-1)?.id ?? null) };
  },
  ready: builtShards,
};

/** The people of the operation, or those of them in `among`. */
function sourceOf(slice: Slice, among?: readonly string[]): Source {
  const { input } = slice.operation;
  const listed = typeof input.segmentId === "string" ? null : (among ?? input.personIds ?? input.people);
  if (Array.isArray(listed)) return listedOf(slice, listed.map(String));
  if (Array.isArray(input.include) && Array.isArray(input.exclude))
    return targetedOf(slice, { include: input.include.map(String), exclude: input.exclude.map(String) });
  if (input.everyone === true) return everyoneOf(slice);
  return membersOf(slice, String(input.segmentId), among);
}

function payloadFor({ operation }: Slice, since: number | null, personId?: string): Record<string, unknown> {
  const { journeyId, input } = operation;
  const { origin = "manual", nodeId } = input;
  const properties = propertiesOf(input, personId);
  return {
    journeyId,
    origin,
    ...(nodeId ? { nodeId } : {}),
    ...(properties ? { properties } : {}),
    // A membership enrolls once: both a build and a live join may send the signal, and the first one wins (R28).
    ...(origin === "audience" && since !== null ? { memberSince: since } : {}),
  };
}

const signalFor = (slice: Slice, { id: personId, since }: AudienceMember): OwnSignal => {
  return {
    workspaceId: slice.operation.workspaceId,
    personId,
    kind: "enroll",
    payload: payloadFor(slice, since, personId),
  };
};

/** The properties of all enrollments, overridden by the person's own. */
function propertiesOf({ properties, propertiesById }: Operation["input"], personId?: string): object | null {
  const own = personId && isMap(propertiesById) ? propertiesById[personId] : null;
  return isMap(own) ? { ...(isMap(properties) ? properties : {}), ...own } : isMap(properties) ? properties : null;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/**
 * Advances the people immediately. Exceptions go through the inbox: people with unread signals, which come first (R1),
 * merged people, whose signal is forwarded (R39), and slices that the database refused or that a process crashed in
 * (R17).
 */
async function enrollMembers(slice: Slice, members: readonly AudienceMember[]): Promise<void> {
  if (members.length === 0) return;
  if (slice.hasCrashed) return await toInbox(slice, members);
  const ids = members.map(({ id }) => id);
  const waiting = await readPeopleWithSignals(slice.sql, slice.shard, ids);
  const isLater = ({ id, mergedInto }: AudienceMember) => mergedInto !== null || waiting.has(id);
  await toInbox(slice, members.filter(isLater));
  await advanceOrSignal(
    slice,
    members.filter((member) => !isLater(member)),
  );
}

async function advanceOrSignal(slice: Slice, people: readonly AudienceMember[]): Promise<void> {
  const { runtime, sql, configuration, shard, now } = slice;
  const signals = people.map((member) => signalFor(slice, member));
  try {
    await sql.savepoint((tx) => advanceInline(runtime, tx, configuration, { shard, now, signals, people }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // The batches that read these signals find out whose rows are refused.
    await toInbox(slice, people);
  }
}

function toInbox(slice: Slice, people: readonly AudienceMember[]): Promise<void> {
  const receivedAt = new Date(slice.now);
  return appendSignals(
    slice.sql,
    people.map((member) => ({ ...signalFor(slice, member), receivedAt })),
  );
}
