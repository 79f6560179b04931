import { createHash, randomBytes } from "node:crypto";
import { newId, type Orm } from "#db";
import type { Scope, Transaction } from "#services";
import { type ApiKeyRow, insertKey } from "#store/api-keys";

export type KeyKind = "secret" | "publishable";

const PREFIX: Record<KeyKind, string> = { secret: "sk_", publishable: "pk_" };

/** A new key: `sk_` or `pk_` and 192 random bits. */
export const newKey = (kind: KeyKind): string => PREFIX[kind] + randomBytes(24).toString("base64url");

// The key has enough random bits that a plain hash is safe; without a salt it can be looked up.
export const hashKey = (plain: string): string => createHash("sha256").update(plain).digest("hex");

export type NewKey = {
  readonly workspaceId: string;
  readonly siteId: string | null;
  readonly kind: KeyKind;
  readonly name: string;
  readonly createdBy?: string | null;
  /** Without them, all that the role of keys may do. */
  readonly scopes?: readonly Scope[] | null;
  /** Makes it a personal key of this member. */
  readonly memberId?: string | null;
  readonly expiresAt?: Date | null;
  /** A given key, for headless set-up. */
  readonly plain?: string;
};

/** Stores a key and returns it in full; a secret key is shown only this once. */
export async function createKey(orm: Orm | Transaction, input: NewKey): Promise<{ row: ApiKeyRow; plain: string }> {
  const plain = input.plain ?? newKey(input.kind);
  const row = await insertKey(orm, {
    id: newId(),
    workspaceId: input.workspaceId,
    siteId: input.siteId,
    kind: input.kind,
    name: input.name,
    hash: hashKey(plain),
    hint: `${plain.slice(0, 3)}…${plain.slice(-4)}`,
    publicValue: input.kind === "publishable" ? plain : null,
    createdBy: input.createdBy ?? null,
    scopes: input.scopes ? [...input.scopes] : null,
    memberId: input.memberId ?? null,
    expiresAt: input.expiresAt ?? null,
  });
  return { row, plain };
}
