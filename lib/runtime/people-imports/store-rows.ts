import { identityShard, newId, shardOf, type TransactionSql } from "#db";
import { findIdentities, takeIdentities } from "#store/identities";
import { copySignals, type InboxRow } from "#store/inbox";
import { copyPeople } from "#store/people";
import type { ImportedPerson } from "#store/people-import-parts";
import { Changes } from "../batch/changes.ts";
import { isRefusal } from "../batch/refusal.ts";
import { writeChanges } from "../batch/write-changes.ts";
import type { Slice } from "../operations/operation.ts";
import { findUnchanged } from "./find-unchanged.ts";
import { patchOf } from "./patch-of.ts";
import { holdConfiguration, type SettledPerson, settleNewPeople } from "./settle-new.ts";
import { storeOptOuts } from "./store-opt-outs.ts";

/** `now`: the time of the slice, in ms; `hasCrashed`: storing these rows ended a process before, so nobody is advanced. */
export type Target = Pick<Slice, "runtime" | "sql" | "now" | "hasCrashed"> & { readonly workspaceId: string };
type Kind = "external" | "anonymous";
type Key = { readonly shard: number; readonly workspaceId: string; readonly kind: Kind; readonly value: string };
type Placed = {
  readonly row: ImportedPerson;
  readonly personId: string;
  readonly isNew: boolean;
  readonly taken: readonly Key[];
};
export type Stored = { readonly created: number; readonly updated: number };

const TRIES = 8;
class LostRace extends Error {}

/**
 * Stores rows: new people with their ids and, where nothing else follows from it, with the change of their row; every
 * other change goes through the inbox (R1), unless it changes nothing. Every row is counted once: as a created person, or as a change of somebody
 * who was there, be it by an earlier row.
 */
export async function storeRows(target: Target, rows: readonly ImportedPerson[]): Promise<Stored> {
  if (rows.length === 0) return { created: 0, updated: 0 };
  let { hasCrashed } = target;
  for (let tried = 1; ; tried += 1) {
    try {
      return await target.sql.savepoint((sql) => writeRows({ ...target, hasCrashed, sql }, rows));
    } catch (error) {
      const isLost = error instanceof LostRace;
      if (tried >= TRIES || !(isLost || (isRefusal(error) && !hasCrashed))) throw error;
      // Whose row is refused, the batches find out one by one (R17).
      hasCrashed ||= !isLost;
    }
  }
}

async function writeRows(target: Target, rows: readonly ImportedPerson[]): Promise<Stored> {
  const { sql, workspaceId } = target;
  const held = await holdConfiguration(target);
  const placed = await placeRows(sql, workspaceId, rows);
  const identities = inOrder(placed.flatMap(({ taken, personId }) => taken.map((key) => ({ ...key, personId }))));
  const fresh = placed.filter(({ isNew }) => isNew);
  const settled = await writeFresh(target, held, fresh, takeAll(sql, identities));
  const signals = await signalsOf(target, placed, settled);
  if (signals.length > 0) await copySignals(sql, signals, target.now);
  await storeOptOuts(sql, workspaceId, placed);
  return { created: fresh.length, updated: rows.length - fresh.length };
}

async function takeAll(sql: TransactionSql, identities: readonly (Key & { personId: string })[]): Promise<void> {
  if (identities.length > 0 && !(await takeIdentities(sql, identities)))
    throw new LostRace("Another request took an identity first");
}

/** So many new people are written at once, while the next ones are settled. */
const WRITTEN_AT_ONCE = 500;

/**
 * Writes new people, and answers who of them are settled. The database writes while the next ones are advanced, as each
 * takes about half of the time. `before`: what the connection has under way.
 */
async function writeFresh(
  target: Target,
  held: Awaited<ReturnType<typeof holdConfiguration>>,
  fresh: readonly Placed[],
  before: Promise<void>,
): Promise<ReadonlySet<string>> {
  const settled = new Set<string>();
  let written = before;
  for (let at = 0; at < fresh.length; at += WRITTEN_AT_ONCE) {
    // A write that fails is thrown at the end, and none is sent after it.
    written.catch(() => {});
    const some = fresh.slice(at, at + WRITTEN_AT_ONCE);
    const found = await settleNewPeople(held, some);
    for (const id of found.keys()) settled.add(id);
    written = written.then(() => writePeople(target, some, found));
  }
  await written;
  return settled;
}

async function writePeople(
  target: Target,
  fresh: readonly Placed[],
  settled: ReadonlyMap<string, SettledPerson>,
): Promise<void> {
  const { sql, workspaceId, now } = target;
  const people = fresh.map(({ personId, row: { userId = null, anonymousId = null } }) => {
    const owner = { shard: shardOf(personId), workspaceId, personId };
    const { traits, tags, stage } = settled.get(personId)?.outcome.person ?? NOTHING;
    return { ...owner, externalId: userId, anonymousId, traits, tags, stage };
  });
  await copyPeople(sql, people, now);
  if (settled.size > 0) await writeSettled(target, settled);
}

/** The changes that go through the inbox: of people who were there, and of new ones from whom more follows. */
async function signalsOf(
  { sql, workspaceId, hasCrashed }: Target,
  placed: readonly Placed[],
  settled: ReadonlySet<string>,
): Promise<InboxRow[]> {
  const changes = placed.flatMap(({ row, personId, isNew, taken }) => {
    if (isNew && settled.has(personId)) return [];
    const patch = patchOf(row, isNew ? [] : taken);
    return Object.keys(patch).length === 0 ? [] : [{ personId, patch }];
  });
  const unchanged = hasCrashed ? new Set() : await findUnchanged(sql, changes);
  return changes
    .filter(({ personId }) => !unchanged.has(personId))
    .map(({ personId, patch }) => ({ workspaceId, personId, kind: "patch", payload: { patch, source: "import" } }));
}

const NOTHING = { traits: {}, tags: [], stage: null };

/** The log of their changes, their memberships and dates; the people themselves are stored whole. */
async function writeSettled(
  { sql, workspaceId, now }: Target,
  settled: ReadonlyMap<string, SettledPerson>,
): Promise<void> {
  const changes = new Changes();
  for (const [personId, { before, outcome }] of settled) {
    const owner = { shard: shardOf(personId), workspaceId, personId };
    changes.add(owner, { ...outcome.person, segments: before.segments }, outcome);
  }
  await writeChanges(sql, changes, now);
}

/** Who each row is about, and which of its ids are still nobody's. */
async function placeRows(
  sql: TransactionSql,
  workspaceId: string,
  rows: readonly ImportedPerson[],
): Promise<readonly Placed[]> {
  const keysOf = ({ userId, anonymousId }: ImportedPerson): Key[] => [
    ...(userId === undefined ? [] : [keyOf(workspaceId, "external", userId)]),
    ...(anonymousId === undefined ? [] : [keyOf(workspaceId, "anonymous", anonymousId)]),
  ];
  const wanted = new Map(rows.flatMap(keysOf).map((key) => [nameOf(key), key]));
  const found = await findIdentities(sql, inOrder([...wanted.values()]));
  const owners = new Map(found.map((identity) => [nameOf(identity), identity.personId]));
  return rows.map((row) => {
    const keys = keysOf(row);
    const owner = keys.flatMap((key) => owners.get(nameOf(key)) ?? [])[0];
    const personId = owner ?? newId();
    const taken = keys.filter((key) => !owners.has(nameOf(key)));
    for (const key of taken) owners.set(nameOf(key), personId);
    return { row, personId, isNew: owner === undefined, taken };
  });
}

const keyOf = (workspaceId: string, kind: Kind, value: string): Key => ({
  shard: identityShard(workspaceId, kind, value),
  workspaceId,
  kind,
  value,
});

const nameOf = ({ kind, value }: Pick<Key, "kind" | "value">): string => `${kind} ${value}`;

/** One global order: two transactions that write keys in opposite orders would deadlock (R37). */
function inOrder<One extends Key>(keys: readonly One[]): One[] {
  return [...keys].sort(
    (left, right) =>
      left.shard - right.shard ||
      (left.kind === right.kind ? (left.value < right.value ? -1 : 1) : left.kind < right.kind ? -1 : 1),
  );
}
