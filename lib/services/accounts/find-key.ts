import { getDatabase } from "#db";
import type { Role, Scope } from "#services";
import { provesUser, readWith, unseal } from "#signatures";
import { findKeyByHash, noteKeyUse } from "#store/api-keys";
import { hashKey, type KeyKind } from "./keys.ts";
import { secretsFor } from "./secret.ts";

export type FoundKey = {
  readonly kind: KeyKind;
  readonly workspaceId: string;
  readonly siteId: string | null;
  readonly keyId: string;
  /** What it is limited to; null = all that the role of keys may do. */
  readonly scopes: readonly Scope[] | null;
  /** Of a personal key: its member, and their role in the workspace; `role` is null when they are no member any more. */
  readonly member: { readonly id: string; readonly role: Role | null } | null;
  /** From then on it is refused; null = never. */
  readonly expiresAt: Date | null;
  /** How people are proved to its site; null = a user id is taken as it is given. */
  readonly userProof: UserProofCheck | null;
};

/** `isRequired`: what is not proved is refused. The secrets are those that count now. */
export type UserProofCheck = { readonly isRequired: boolean; readonly secrets: readonly string[] };

const REMEMBER_MS = 5_000;
const REMEMBER_AT_MOST = 10_000;

const remembered = new Map<string, { key: Promise<FoundKey | null>; until: number }>();

/** The owner of this key, or `null`. Cached for 5 s, so a revoked key stops working after at most 5 s. */
export async function findKey(plain: string): Promise<FoundKey | null> {
  if (!/^[sp]k_[A-Za-z0-9_-]{16,200}$/.test(plain)) return null;
  const hash = hashKey(plain);
  const known = remembered.get(hash);
  if (known && known.until > Date.now()) return known.key;
  const key = lookUp(hash);
  if (remembered.size >= REMEMBER_AT_MOST) remembered.clear();
  remembered.set(hash, { key, until: Date.now() + REMEMBER_MS });
  const found = await key.catch(() => null);
  // Only found keys are cached: guesses must not fill the memory, and a new key must work immediately.
  if (!found) remembered.delete(hash);
  return key;
}

async function lookUp(hash: string): Promise<FoundKey | null> {
  const { orm } = getDatabase();
  const row = await findKeyByHash(orm, hash);
  if (!row) return null;
  const { stale, userProof, proofSecret, formerProofSecret, memberId, memberRole, ...given } = row;
  const key = { ...given, member: memberId === null ? null : { id: memberId, role: memberRole } };
  if (stale) await noteKeyUse(orm, key.keyId);
  if (key.kind === "secret" || userProof === null || userProof === "off") return { ...key, userProof: null };
  const users = await secretsFor("users");
  // A secret that cannot be read any more proves nobody.
  const secrets = [proofSecret, formerProofSecret].flatMap(
    (sealed) => (sealed && readWith(users, (secret) => unseal(secret, sealed))) || [],
  );
  return { ...key, userProof: { isRequired: userProof === "required", secrets } };
}

/** Whether a page's proof of a user id counts on its site now. */
export const isProved = ({ secrets }: UserProofCheck, userId: string, proof: string): boolean =>
  provesUser(secrets, userId, proof, Date.now());
