import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { getDatabase } from "#db";
import { type AccountActor, type SignedIn, throttled } from "#services/accounts";
import { findPasskey, notePasskeyUse, readPasskeys } from "#store/passkeys";
import { keepChallenge, relyingParty, takeChallenge } from "./relying-party.ts";
import type { PasskeyAnswer, WebAuthnOptions } from "./schema.ts";

/** What the browser needs to use a passkey of the account. */
export async function askForPasskey({ userId, sessionId }: SignedIn): Promise<WebAuthnOptions> {
  const known = await readPasskeys(getDatabase().orm, userId);
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
    userVerification: "preferred",
  });
  await keepChallenge("use", sessionId, options.challenge);
  return { ...options };
}

/** Whether the answer is of a passkey of this account, to the challenge of this session. Counts failures. */
export async function givePasskey(caller: SignedIn & AccountActor, answer: PasskeyAnswer): Promise<boolean> {
  const expectedChallenge = await takeChallenge("use", caller.sessionId);
  const attempt = { kind: "factor", account: caller.userId, address: caller.address } as const;
  return (await throttled(attempt, () => verify(caller.userId, expectedChallenge, answer))) ?? false;
}

async function verify(userId: string, expectedChallenge: string, { credential }: PasskeyAnswer): Promise<true | null> {
  const { orm } = getDatabase();
  const { id, origin } = relyingParty();
  const passkey = await findPasskey(orm, credential.id);
  if (passkey?.userId !== userId) return null;
  const verified = await verifyAuthenticationResponse({
    response: credential as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
    },
    requireUserVerification: false,
  }).catch(() => null);
  if (!verified?.verified) return null;
  await notePasskeyUse(orm, passkey.id, verified.authenticationInfo.newCounter);
  return true;
}
