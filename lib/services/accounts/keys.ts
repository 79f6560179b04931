import { createHash, randomBytes } from "node:crypto";
import { newId, type Orm } from "#db";
import type { Transaction } from "#services";
import { schema } from "#store";

export type KeyKind = "secret" | "publishable";

const PREFIX: Record<KeyKind, string> = { secret: "sk_", publishable: "pk_" };

/** A fresh key; 192 random bits behind `sk_` or `pk_`. */
export const newKey = (kind: KeyKind): string => PREFIX[kind] + randomBytes(24).toString("base64url");

// The key itself is random enough that a plain hash cannot be turned back: no salt, so that it can be looked up.
export const hashKey = (plain: string): string => createHash("sha256").update(plain).digest("hex");

export type NewKey = {
  readonly workspaceId: string;
  readonly siteId: string | null;
  readonly kind: KeyKind;
  readonly name: string;
  readonly createdBy?: string | null;
  /** A key chosen beforehand, for headless set-up. */
  readonly plain?: string;
};

/** Stores a key and answers it in full, the only time anyone sees a secret one. */
export async function createKey(orm: Orm | Transaction, input: NewKey): Promise<{ id: string; plain: string }> {
  const id = newId();
  const plain = input.plain ?? newKey(input.kind);
  await orm.insert(schema.apiKeys).values({
    id,
    workspaceId: input.workspaceId,
    siteId: input.siteId,
    kind: input.kind,
    name: input.name,
    hash: hashKey(plain),
    hint: `${plain.slice(0, 3)}…${plain.slice(-4)}`,
    publicValue: input.kind === "publishable" ? plain : null,
    createdBy: input.createdBy ?? null,
  });
  return { id, plain };
}
