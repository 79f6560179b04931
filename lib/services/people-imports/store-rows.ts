import { identityShard, newId, shardOf, type TransactionSql } from "#db";
import type { Context } from "#services";
import { findIdentities, insertIdentities, type NewIdentity } from "#store/identities";
import { appendSignals, type InboxRow } from "#store/inbox";
import { insertPeople } from "#store/people";
import type { PersonRow } from "./read-rows.ts";

type Kind = "external" | "anonymous";
type Key = { readonly shard: number; readonly workspaceId: string; readonly kind: Kind; readonly value: string };
export type Stored = { readonly created: number; readonly updated: number };

const TRIES = 8;
const LOST_RACE = Symbol("another request took an identity first");

/** Stores rows in one transaction: new people, and for each row its change, which goes through the inbox (R1). */
export async function storeRows(ctx: Context, rows: readonly PersonRow[]): Promise<Stored> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ctx.database.sql.begin((sql) => writeRows(ctx, sql, rows));
    } catch (error) {
      if (error !== LOST_RACE || tried >= TRIES) throw error;
    }
  }
}

async function writeRows(ctx: Context, sql: TransactionSql, rows: readonly PersonRow[]): Promise<Stored> {
  const { workspaceId } = ctx;
  const keyOf = (kind: Kind, value: string): Key => ({
    shard: identityShard(workspaceId, kind, value),
    workspaceId,
    kind,
    value,
  });
  const keysOf = ({ userId, anonymousId }: PersonRow): Key[] => [
    ...(userId === null ? [] : [keyOf("external", userId)]),
    ...(anonymousId === null ? [] : [keyOf("anonymous", anonymousId)]),
  ];
  const owners = new Map<string, string>();
  const wanted = new Map(rows.flatMap(keysOf).map((key) => [nameOf(key), key]));
  for (const found of await findIdentities(sql, inOrder([...wanted.values()])))
    owners.set(nameOf(found), found.personId);
  const known = new Set(owners.values());
  const identities: NewIdentity[] = [];
  const people = new Map<string, PersonRow>();
  const signals = rows.map((row): InboxRow => {
    const keys = keysOf(row);
    const found = keys.flatMap((key) => owners.get(nameOf(key)) ?? [])[0];
    const personId = found ?? newId();
    if (found === undefined) people.set(personId, row);
    const free = keys.filter((key) => !owners.has(nameOf(key)));
    for (const key of free) {
      owners.set(nameOf(key), personId);
      identities.push({ ...key, personId });
    }
    return {
      workspaceId,
      personId,
      kind: "patch",
      payload: { patch: patchOf(row, found === undefined ? [] : free), source: "import" },
    };
  });
  const taken = inOrder(identities);
  if (taken.length > 0 && (await insertIdentities(sql, taken)) !== taken.length) throw LOST_RACE;
  const fresh = [...people].map(([personId, { userId, anonymousId }]) => ({
    ...{ shard: shardOf(personId), workspaceId, personId },
    ...{ externalId: userId, anonymousId },
  }));
  if (fresh.length > 0) await insertPeople(sql, fresh, null);
  await appendSignals(
    sql,
    signals.filter(({ payload }) => Object.keys(payload.patch as object).length > 0),
  );
  const updated = new Set(signals.flatMap(({ personId }) => (known.has(personId) ? [personId] : []))).size;
  return { created: fresh.length, updated };
}

/** Ids that a person who existed before gets by this row are written on the person too. */
function patchOf({ traits, addTags, stage }: PersonRow, free: readonly Key[]): Record<string, unknown> {
  const external = free.find(({ kind }) => kind === "external")?.value;
  const anonymous = free.find(({ kind }) => kind === "anonymous")?.value;
  return {
    ...(Object.keys(traits).length > 0 ? { traits } : {}),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(stage === null ? {} : { stage }),
    ...(external === undefined ? {} : { externalId: external }),
    ...(anonymous === undefined ? {} : { anonymousId: anonymous }),
  };
}

const nameOf = ({ kind, value }: Pick<Key, "kind" | "value">): string => `${kind} ${value}`;

/** One global order: two transactions that write keys in opposite orders would deadlock (R37). */
function inOrder<One extends { readonly shard: number; readonly kind: string; readonly value: string }>(
  keys: readonly One[],
): One[] {
  const placeOf = ({ kind, value }: One) => `${kind} ${value}`;
  return [...keys].sort((left, right) => left.shard - right.shard || (placeOf(left) < placeOf(right) ? -1 : 1));
}
