import { config } from "#config";
import { getDatabase } from "#db";
import { conflict } from "#services";
import { putVerification, takeVerification } from "#store/verifications";

const LIFETIME_S = 5 * 60;

/** Passkeys belong to a domain: that of the installation's public address. */
export function relyingParty(): { readonly id: string; readonly origin: string } {
  const { hostname, origin } = new URL(config().baseUrl);
  return { id: hostname, origin };
}

type Purpose = "new" | "use";
const nameOf = (purpose: Purpose, sessionId: string) => `passkey ${purpose} ${sessionId}`;

/** Keeps the challenge of a session for five minutes. */
export async function keepChallenge(purpose: Purpose, sessionId: string, challenge: string): Promise<void> {
  await putVerification(getDatabase().orm, nameOf(purpose, sessionId), challenge, LIFETIME_S);
}

/** The challenge of a session, once; throws `conflict` without one. */
export async function takeChallenge(purpose: Purpose, sessionId: string): Promise<string> {
  const challenge = await takeVerification(getDatabase().orm, nameOf(purpose, sessionId));
  if (challenge === null) throw conflict("The request for a passkey has expired. Start again.");
  return challenge;
}
