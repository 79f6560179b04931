import { appendSignals } from "#db";
import { isRefusal } from "../batch/run-batch.ts";
import { type OwnSignal, stepAtOnce } from "../batch/step-at-once.ts";
import { readEveryone } from "../sql/read-everyone.ts";
import { readListed } from "../sql/read-listed.ts";
import { readMembers } from "../sql/read-members.ts";
import { readPeopleWithMail } from "../sql/read-people-with-mail.ts";
import { shardsBeingBuilt } from "../sql/shards-being-built.ts";
import type { Newcomer, OperationKind, Slice } from "./operation.ts";

/** Enrolls the members of a segment, the people listed, or everyone of the workspace; the entry rules say who gets in. */
export const enroll: OperationKind = {
  steps: true,
  work: async (slice) => {
    const newcomers = await readNewcomers(slice);
    await letIn(slice, newcomers);
    const last = newcomers.at(-1);
    return { done: newcomers.length, cursor: newcomers.length < slice.limit ? null : (last?.id ?? null) };
  },
  // Who is on the list is known only when the segment's own build has been through the shard (R28).
  ready: async (sql, { input }, shards) => {
    if (typeof input.segmentId !== "string") return [...shards];
    const building = await shardsBeingBuilt(sql, input.segmentId, shards);
    return shards.filter((shard) => !building.includes(shard));
  },
};

async function readNewcomers(slice: Slice): Promise<Newcomer[]> {
  const { input } = slice.operation;
  const listed = input.personIds ?? input.people;
  if (Array.isArray(listed)) return await readListed(slice, listed.map(String));
  if (input.everyone === true) return await readEveryone(slice);
  return await readMembers(slice, String(input.segmentId));
}

function signalFor({ operation }: Slice, { id: personId, since }: Newcomer): OwnSignal {
  const { journeyId, workspaceId, input } = operation;
  const { origin = "manual", nodeId, properties } = input;
  const payload = {
    journeyId,
    origin,
    ...(nodeId ? { nodeId } : {}),
    ...(properties ? { properties } : {}),
    // One membership enrolls once, by whichever of a build and a live join comes first (R28).
    ...(origin === "audience" && since !== null ? { memberSince: since } : {}),
  };
  return { workspaceId, personId, kind: "enroll", payload };
}

/** At once, but for people whose mail comes first (R1), and slices that the database refuses or a process died in (R17). */
async function letIn(slice: Slice, newcomers: readonly Newcomer[]): Promise<void> {
  if (newcomers.length === 0) return;
  if (slice.diedIn) return await toMailbox(slice, newcomers);
  const ids = newcomers.map(({ id }) => id);
  const waiting = await readPeopleWithMail(slice.sql, slice.shard, ids);
  await toMailbox(
    slice,
    newcomers.filter(({ id }) => waiting.has(id)),
  );
  await stepOrMail(
    slice,
    newcomers.filter(({ id }) => !waiting.has(id)),
  );
}

async function stepOrMail(slice: Slice, people: readonly Newcomer[]): Promise<void> {
  const { runtime, sql, configuration, shard, now } = slice;
  const signals = people.map((newcomer) => signalFor(slice, newcomer));
  try {
    await sql.savepoint((tx) => stepAtOnce(runtime, tx, configuration, { shard, now, signals, people }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // The batches that read the mail find out whose rows are refused.
    await toMailbox(slice, people);
  }
}

function toMailbox(slice: Slice, people: readonly Newcomer[]): Promise<void> {
  const receivedAt = new Date(slice.now);
  return appendSignals(
    slice.sql,
    people.map((newcomer) => ({ ...signalFor(slice, newcomer), receivedAt })),
  );
}
