import { createHmac, timingSafeEqual } from "node:crypto";

/** Clocks of backends may be this far off. */
const LEEWAY_S = 60;

/** The proof that a backend gives its pages for a user id: HMAC-SHA256 of the id under the site's secret, in hex. */
export const userHash = (secret: string, userId: string): string =>
  createHmac("sha256", secret).update(userId).digest("hex");

/**
 * Whether a proof is of this user id under one of the secrets: a user hash, or a JWT (HS256) whose `sub` is the id and
 * whose `exp` is not over.
 */
export function provesUser(secrets: readonly string[], userId: string, proof: string, nowMs: number): boolean {
  const [head, claims, signature, ...more] = proof.split(".");
  if (claims === undefined) return secrets.some((secret) => isSame(userHash(secret, userId), proof.toLowerCase()));
  if (signature === undefined || more.length > 0) return false;
  const isSigned = secrets.some((secret) =>
    isSame(createHmac("sha256", secret).update(`${head}.${claims}`).digest("base64url"), signature),
  );
  return isSigned && read(head).alg === "HS256" && allows(read(claims), userId, nowMs / 1_000);
}

function allows({ sub, exp, nbf }: Record<string, unknown>, userId: string, nowS: number): boolean {
  if (sub !== userId || typeof exp !== "number" || exp + LEEWAY_S < nowS) return false;
  return nbf === undefined || (typeof nbf === "number" && nbf - LEEWAY_S <= nowS);
}

function read(part = ""): Record<string, unknown> {
  try {
    return Object(JSON.parse(Buffer.from(part, "base64url").toString("utf8")));
  } catch {
    return {};
  }
}

function isSame(made: string, given: string): boolean {
  const [one, other] = [Buffer.from(made), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
