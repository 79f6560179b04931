import { createHmac, timingSafeEqual } from "node:crypto";

/** What the signature of a mailed link covers. A new nonce, or none, makes the links before it worthless. */
export type LinkFacts = {
  readonly id: string;
  readonly email: string;
  readonly linkNonce: string;
  readonly linkExpiresAt: Date;
};

/** The token of the link that is mailed to an address; it can be made again from the row, so it is stored nowhere. */
export const linkToken = (secret: string, facts: LinkFacts): string => `${facts.id}.${sign(secret, facts)}`;

/** The identity that a token names, before its signature is checked. */
export function identityOfToken(token: string): string | null {
  return /^([0-9a-f-]{36})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

export function isSigned(secret: string, facts: LinkFacts, token: string): boolean {
  const made = Buffer.from(linkToken(secret, facts));
  const given = Buffer.from(token);
  return made.length === given.length && timingSafeEqual(made, given);
}

/** The value of the TXT record that shows that a domain belongs to a workspace; the same for all its addresses. */
export const domainProof = (secret: string, workspaceId: string, domain: string): string =>
  `sojourn-sender=${hmac(secret, `domain ${workspaceId} ${domain}`).slice(0, 32)}`;

const sign = (secret: string, { id, email, linkNonce, linkExpiresAt }: LinkFacts): string =>
  hmac(secret, `link ${id} ${email} ${linkNonce} ${linkExpiresAt.getTime()}`);

const hmac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
