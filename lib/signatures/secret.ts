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

/** The secret for one purpose, made from the secret of the installation. */
export const secretFor = (installation: string, purpose: SecretPurpose): string =>
  createHmac("sha256", installation).update(purpose).digest("base64url");
