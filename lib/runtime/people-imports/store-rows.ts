import { identityShard, newId, shardOf, type TransactionSql } from "#db";
import { findIdentities, takeIdentities } from "#store/identities";
import { copySignals } from "#store/inbox";
import { copyPeople } from "#store/people";
import type { ImportedPerson } from "#store/people-import-parts";
import { patchOf } from "./patch-of.ts";
import { storeOptOuts } from "./store-opt-outs.ts";

export type Target = {
  readonly sql: TransactionSql;
  readonly workspaceId: string;
  /** The time of the slice, in ms. */
  readonly at: number;
};
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
 * Stores rows: new people with their ids, and each row's change, which goes through the inbox (R1). Every row is counted
 * once: as a created person, or as a change of somebody who was there, be it by an earlier row.
 */
export async function storeRows(target: Target, rows: readonly ImportedPerson[]): Promise<Stored> {
  if (rows.length === 0) return { created: 0, updated: 0 };
  for (let tried = 1; ; tried += 1) {
    try {
      return await target.sql.savepoint((sql) => writeRows({ ...target, sql }, rows));
    } catch (error) {
      if (!(error instanceof LostRace) || tried >= TRIES) throw error;
    }
  }
}

async function writeRows({ sql, workspaceId, at }: Target, rows: readonly ImportedPerson[]): Promise<Stored> {
  const placed = await placeRows(sql, workspaceId, rows);
  const identities = inOrder(placed.flatMap(({ taken, personId }) => taken.map((key) => ({ ...key, personId }))));
  if (identities.length > 0 && !(await takeIdentities(sql, identities)))
    throw new LostRace("Another request took an identity first");
  const fresh = placed.filter(({ isNew }) => isNew);
  const people = fresh.map(({ personId, row: { userId = null, anonymousId = null } }) => {
    return { shard: shardOf(personId), workspaceId, personId, externalId: userId, anonymousId };
  });
  if (people.length > 0) await copyPeople(sql, people, at);
  const signals = placed.flatMap(({ row, personId, isNew, taken }) => {
    const patch = patchOf(row, isNew ? [] : taken);
    if (Object.keys(patch).length === 0) return [];
    return [{ workspaceId, personId, kind: "patch", payload: { patch, source: "import" } }];
  });
  if (signals.length > 0) await copySignals(sql, signals, at);
  await storeOptOuts(sql, workspaceId, placed);
  return { created: fresh.length, updated: rows.length - fresh.length };
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
  return keys
    .map((key) => ({ key, place: nameOf(key) }))
    .sort((left, right) => left.key.shard - right.key.shard || (left.place < right.place ? -1 : 1))
    .map(({ key }) => key);
}
