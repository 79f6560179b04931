import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import { getDatabase } from "#db";
import { conflict, invalidField, iso, isoOrNull, notFound } from "#services";
import { type AccountActor, auditAccount, confirmUser, type SignedIn } from "#services/accounts";
import { deletePasskey, insertPasskey, readPasskeys } from "#store/passkeys";
import { noteSecondFactor } from "#store/sessions";
import { findUser, lockUser, setHasSecondFactor } from "#store/users";
import { firstBackupCodes } from "./backup-codes.ts";
import { leaveIfLast } from "./leave-if-last.ts";
import { keepChallenge, relyingParty, takeChallenge } from "./relying-party.ts";
import type { BackupCodes, NewPasskey, Passkey, WebAuthnOptions } from "./schema.ts";

type Caller = SignedIn & AccountActor;

const MOST = 20;

/** The passkeys of an account, in the order they were added. */
export async function listPasskeys(userId: string): Promise<Passkey[]> {
  const rows = await readPasskeys(getDatabase().orm, userId);
  return rows.map(({ id, name, isBackedUp, createdAt, lastUsedAt }) => ({
    id,
    name,
    isBackedUp,
    createdAt: iso(createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
  }));
}

/** What the browser needs to make a passkey. */
export async function offerPasskey(caller: Caller, password: string | undefined): Promise<WebAuthnOptions> {
  await confirmUser(caller, password);
  const { orm } = getDatabase();
  const user = await findUser(orm, caller.userId);
  if (!user) throw notFound("account");
  const known = await readPasskeys(orm, caller.userId);
  if (known.length >= MOST) throw conflict(`An account has at most ${MOST} passkeys; remove one first.`);
  const options = await generateRegistrationOptions({
    rpName: "Sojourn",
    rpID: relyingParty().id,
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    attestationType: "none",
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
  await keepChallenge("new", caller.sessionId, options.challenge);
  return { ...options };
}

/** A passkey that the browser made: it is a second factor from now on, given in this session. */
export async function addPasskey(caller: Caller, { name, credential }: NewPasskey): Promise<BackupCodes> {
  const { id, origin } = relyingParty();
  const expectedChallenge = await takeChallenge("new", caller.sessionId);
  const verified = await verifyRegistrationResponse({
    response: credential as Parameters<typeof verifyRegistrationResponse>[0]["response"],
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: false,
  }).catch(() => null);
  if (!verified?.verified) throw invalidField(["credential"], "The passkey could not be verified.");
  const made = verified.registrationInfo;
  return getDatabase().orm.transaction(async (tx) => {
    await lockUser(tx, caller.userId);
    const isNew = await insertPasskey(tx, {
      id: made.credential.id,
      userId: caller.userId,
      name,
      publicKey: Buffer.from(made.credential.publicKey).toString("base64url"),
      counter: made.credential.counter,
      transports: [...(made.credential.transports ?? [])],
      isBackedUp: made.credentialBackedUp,
    });
    if (!isNew) throw conflict("This passkey was added already.");
    await setHasSecondFactor(tx, caller.userId, true);
    await noteSecondFactor(tx, caller.sessionId);
    await auditAccount(tx, caller, "account.add_passkey", { name });
    return { backupCodes: await firstBackupCodes(tx, caller.userId) };
  });
}

/** Without this passkey; if nothing else is left, the account has no second factor any more. */
export async function removePasskey(caller: Caller, id: string, password: string | undefined): Promise<void> {
  await confirmUser(caller, password);
  await getDatabase().orm.transaction(async (tx) => {
    await lockUser(tx, caller.userId);
    const name = await deletePasskey(tx, caller.userId, id);
    if (name === undefined) throw notFound("passkey");
    await auditAccount(tx, caller, "account.remove_passkey", { name });
    await leaveIfLast(tx, caller, password);
  });
}
