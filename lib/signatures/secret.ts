import { createHmac } from "node:crypto";

/** What a secret signs; secrets for different purposes cannot be computed from one another. */
export type SecretPurpose =
  | "sessions"
  | "tokens"
  | "senders"
  | "providers"
  | "feedback"
  | "tracking"
  | "consent"
  | "users"
  | "surveys"
  | "previews"
  | "factors";

/** The secret with which one purpose signs and seals, made from the present secret of the installation. */
export const secretFor = (installation: string, purpose: SecretPurpose): string =>
  derived(installation.split(SEPARATOR, 1)[0] ?? "", purpose);

/** The secrets with which one purpose reads: the present one first, then those made from former secrets. */
export const secretsFor = (installation: string, purpose: SecretPurpose): string[] =>
  installation.split(SEPARATOR).map((one) => derived(one, purpose));

/** What the first secret that can read it reads; `null`: none can. */
export function readWith<Result>(secrets: readonly string[], read: (secret: string) => Result | null): Result | null {
  for (const secret of secrets) {
    const result = read(secret);
    if (result !== null) return result;
  }
  return null;
}

/** As `#config` joins them. */
const SEPARATOR = "\0";

const derived = (secret: string, purpose: SecretPurpose): string =>
  createHmac("sha256", secret).update(purpose).digest("base64url");
