import { identityShard, newId } from "#db";
import { findIdentities, insertIdentities, type NewIdentity } from "#store/identities";
import type { Connection } from "#store/sql";

export type IdentityKey = {
  readonly workspaceId: string;
  readonly kind: "external" | "anonymous";
  readonly value: string;
};

export const keyOf = ({ workspaceId, kind, value }: IdentityKey): string => `${workspaceId} ${kind} ${value}`;

/** The person to whom a key belongs, and whether that person has a `userId` (this or another). */
export type Owned = { readonly personId: string; readonly known: boolean };

/** The owners of the ids of one batch: as the database knows them, plus the keys that this batch adds. */
export class Identities {
  readonly #owners = new Map<string, string>();
  /** People with a `userId`, including those who get one in this batch. */
  readonly #known = new Set<string>();
  readonly #fresh: Taken[] = [];

  async load(sql: Connection, keys: readonly IdentityKey[]): Promise<void> {
    const wanted = new Map(keys.map((key) => [keyOf(key), key]));
    if (wanted.size === 0) return;
    for (const found of await findIdentities(sql, [...wanted.values()].map(withShard))) {
      this.#owners.set(keyOf(found), found.personId);
      if (found.known) this.#known.add(found.personId);
    }
  }

  find(key: IdentityKey): Owned | undefined {
    const personId = this.#owners.get(keyOf(key));
    return personId === undefined ? undefined : { personId, known: this.#known.has(personId) };
  }

  /** Assigns a key to a person. If another batch has taken the key meanwhile, `store` detects it. */
  add(key: IdentityKey, personId: string): void {
    this.#owners.set(keyOf(key), personId);
    if (key.kind === "external") this.#known.add(personId);
    this.#fresh.push({ ...key, personId, shard: identityShard(key.workspaceId, key.kind, key.value) });
  }

  /**
   * Writes the new keys. `false`: another batch took one of them first, so the caller must read the keys again and
   * repeat its decisions.
   */
  async store(sql: Connection): Promise<boolean> {
    if (this.#fresh.length === 0) return true;
    return (await insertIdentities(sql, sorted(this.#fresh))) === this.#fresh.length;
  }
}

type Taken = NewIdentity & IdentityKey;

/** Keys are written in one global order; two batches that write in opposite orders would deadlock (R37). */
function sorted(keys: readonly Taken[]): Taken[] {
  return keys.toSorted((left, right) => left.shard - right.shard || (keyOf(left) < keyOf(right) ? -1 : 1));
}

const withShard = (key: IdentityKey): IdentityKey & { readonly shard: number } => ({
  ...key,
  shard: identityShard(key.workspaceId, key.kind, key.value),
});

export const newPersonId = (at: number): string => newId(undefined, at);
