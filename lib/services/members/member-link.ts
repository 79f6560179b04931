import { createHash, randomBytes } from "node:crypto";
import { DAY_MS } from "#times";

const SIGN_IN_DAYS = 1;
const INVITATION_DAYS = 7;

export type MemberLink = { readonly token: string; readonly linkHash: string; readonly linkExpiresAt: Date };

/** The token of a new link and its stored hash. A sign-in link expires after a day, an invitation after a week. */
export function newMemberLink(signsIn: boolean): MemberLink {
  const token = randomBytes(24).toString("base64url");
  const linkExpiresAt = new Date(Date.now() + (signsIn ? SIGN_IN_DAYS : INVITATION_DAYS) * DAY_MS);
  return { token, linkHash: hashLink(token), linkExpiresAt };
}

// A plain hash is safe for 192 random bits.
export const hashLink = (token: string): string => createHash("sha256").update(token).digest("hex");
