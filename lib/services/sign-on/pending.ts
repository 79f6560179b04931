import * as z from "zod";

/** What is kept of a sign-in while its user is at the provider. */
const PendingSignOn = z.object({
  next: z.string(),
  /** The account to connect; null: it signs in. */
  connects: z.string().nullable(),
  nonce: z.string(),
  verifier: z.string(),
});
export type PendingSignOn = z.infer<typeof PendingSignOn>;

export const pendingName = (state: string): string => `sign-on ${state}`;

export const readPending = (text: string): PendingSignOn => PendingSignOn.parse(JSON.parse(text));
