import { identityShard, newId } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type FoundIdentity, findIdentities } from "../sql/find-identities.ts";
import { insertIdentities, type NewIdentity } from "../sql/insert-identities.ts";

export type IdentityKey = {
  readonly workspaceId: string;
  readonly kind: "external" | "anonymous";
  readonly value: string;
};

export const keyOf = ({ workspaceId, kind, value }: IdentityKey): string => `${workspaceId} ${kind} ${value}`;

/** Who the ids of one batch belong to, as the database knows it while the batch goes through. */
export class Identities {
  readonly #known = new Map<string, FoundIdentity>();
  readonly #fresh: Taken[] = [];

  async load(sql: Connection, keys: readonly IdentityKey[]): Promise<void> {
    const wanted = new Map(keys.map((key) => [keyOf(key), key]));
    if (wanted.size === 0) return;
    for (const found of await findIdentities(sql, sorted([...wanted.values()]))) this.#known.set(keyOf(found), found);
  }

  find(key: IdentityKey): FoundIdentity | undefined {
    return this.#known.get(keyOf(key));
  }

  /** Takes a key for a person; what somebody else has taken meanwhile shows in `store`. */
  add(key: IdentityKey, personId: string): FoundIdentity {
    const identity = { ...key, personId, shard: identityShard(key.workspaceId, key.kind, key.value), known: false };
    this.#known.set(keyOf(key), identity);
    this.#fresh.push(identity);
    return identity;
  }

  /** A key that was anonymous alone until now has a known person behind it. */
  markKnown(personId: string): void {
    for (const [key, identity] of this.#known) {
      if (identity.personId === personId) this.#known.set(key, { ...identity, known: true });
    }
  }

  /** Writes the new keys; `false` = another batch was first with one of them: look again and decide anew. */
  async store(sql: Connection): Promise<boolean> {
    if (this.#fresh.length === 0) return true;
    return (await insertIdentities(sql, sorted(this.#fresh))) === this.#fresh.length;
  }
}

type Taken = NewIdentity & IdentityKey;

/** Keys go in in one order everywhere: two batches in opposite order would wait for each other (R37). */
function sorted<Key extends IdentityKey>(keys: readonly Key[]): (Key & { shard: number })[] {
  return keys
    .map((key) => ({ ...key, shard: identityShard(key.workspaceId, key.kind, key.value) }))
    .sort((left, right) => left.shard - right.shard || (keyOf(left) < keyOf(right) ? -1 : 1));
}

export const newPersonId = (at: number): string => newId(undefined, at);
