import { appendSignals } from "#db";
import { advanceInline, type OwnSignal } from "../batch/advance-inline.ts";
import { isRefusal } from "../batch/refusal.ts";
import { everyoneOf, listedOf, membersOf, type Source } from "../sql/newcomers.ts";
import { readNewcomers } from "../sql/read-newcomers.ts";
import { readPeopleWithSignals } from "../sql/read-people-with-signals.ts";
import { shardsBeingBuilt } from "../sql/shards-being-built.ts";
import { letInAlike } from "./enroll-alike.ts";
import { FIRST, type Newcomer, type OperationKind, type Slice } from "./operation.ts";

/** How many slices of people who are not stepped are one: they take a quarter of the time. */
const ALIKE = 4;
/** The first slice of a shard: most shards of a small audience hold no more, and ids are made for a slice before it is read. */
const FEW = 500;

/** Enrolls the members of a segment, the people listed, or everyone of the workspace; the entry rules say who gets in. */
export const enroll: OperationKind = {
  steps: true,
  work: async (slice) => {
    // Where each membership is an enrollment of its own the time stands in its key, and people differ.
    const wide = { ...slice, limit: slice.cursor === FIRST ? FEW : slice.limit * ALIKE };
    const alike = await letInAlike(wide, sourceOf(wide), payloadFor(slice, 0));
    if (alike) {
      for (let from = 0; from < alike.others.length; from += slice.limit)
        await letIn(slice, await readNewcomers(slice, sourceOf(slice, alike.others.slice(from, from + slice.limit))));
      return { done: alike.seen, cursor: alike.seen < wide.limit ? null : alike.last };
    }
    const source = sourceOf(slice);
    const newcomers = await readNewcomers(slice, source);
    await letIn(slice, newcomers);
    return { done: newcomers.length, cursor: newcomers.length < slice.limit ? null : (newcomers.at(-1)?.id ?? null) };
  },
  // Who is on the list is known only when the segment's own build has been through the shard (R28).
  ready: async (sql, { input }, shards) => {
    if (typeof input.segmentId !== "string") return [...shards];
    const building = await shardsBeingBuilt(sql, input.segmentId, shards);
    return shards.filter((shard) => !building.includes(shard));
  },
};

/** Whom the operation is about, or those `among` them. */
function sourceOf(slice: Slice, among?: readonly string[]): Source {
  const { input } = slice.operation;
  const listed = typeof input.segmentId === "string" ? null : (among ?? input.personIds ?? input.people);
  if (Array.isArray(listed)) return listedOf(slice, listed.map(String));
  if (input.everyone === true) return everyoneOf(slice);
  return membersOf(slice, String(input.segmentId), among);
}

function payloadFor({ operation }: Slice, since: number | null): Record<string, unknown> {
  const { journeyId, input } = operation;
  const { origin = "manual", nodeId, properties } = input;
  return {
    journeyId,
    origin,
    ...(nodeId ? { nodeId } : {}),
    ...(properties ? { properties } : {}),
    // One membership enrolls once, by whichever of a build and a live join comes first (R28).
    ...(origin === "audience" && since !== null ? { memberSince: since } : {}),
  };
}

const signalFor = (slice: Slice, { id: personId, since }: Newcomer): OwnSignal => {
  return { workspaceId: slice.operation.workspaceId, personId, kind: "enroll", payload: payloadFor(slice, since) };
};

/**
 * At once, but for people whose signals come first (R1) or is forwarded to whom they were merged into (R39), and slices that the
 * database refuses or a process died in (R17).
 */
async function letIn(slice: Slice, newcomers: readonly Newcomer[]): Promise<void> {
  if (newcomers.length === 0) return;
  if (slice.hasCrashed) return await toInbox(slice, newcomers);
  const ids = newcomers.map(({ id }) => id);
  const waiting = await readPeopleWithSignals(slice.sql, slice.shard, ids);
  const isLater = ({ id, mergedInto }: Newcomer) => mergedInto !== null || waiting.has(id);
  await toInbox(slice, newcomers.filter(isLater));
  await advanceOrSignal(
    slice,
    newcomers.filter((newcomer) => !isLater(newcomer)),
  );
}

async function advanceOrSignal(slice: Slice, people: readonly Newcomer[]): Promise<void> {
  const { runtime, sql, configuration, shard, now } = slice;
  const signals = people.map((newcomer) => signalFor(slice, newcomer));
  try {
    await sql.savepoint((tx) => advanceInline(runtime, tx, configuration, { shard, now, signals, people }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // The batches that read the signals find out whose rows are refused.
    await toInbox(slice, people);
  }
}

function toInbox(slice: Slice, people: readonly Newcomer[]): Promise<void> {
  const receivedAt = new Date(slice.now);
  return appendSignals(
    slice.sql,
    people.map((newcomer) => ({ ...signalFor(slice, newcomer), receivedAt })),
  );
}
