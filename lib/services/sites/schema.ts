import * as z from "zod";
import { pageFields, Timestamp } from "#services";
import { USER_PROOFS } from "#store/sites";

export const Site = z
  .object({
    id: z.string(),
    name: z.string(),
    origins: z.array(z.string()),
    publishableKey: z.string().nullable(),
    /** Whether pages have to prove user ids, and which secrets count for it. Secrets themselves are never answered. */
    userProof: z.object({
      mode: z.enum(USER_PROOFS),
      secretSince: Timestamp.nullable(),
      hasFormerSecret: z.boolean(),
    }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Site" });
export type Site = z.infer<typeof Site>;

/** `https://shop.example.com`: scheme, host and port only. */
const Origin = z
  .string()
  .trim()
  .max(255)
  .transform((text) => text.replace(/\/+$/, "").toLowerCase())
  .refine(
    (text) => /^https?:\/\/[^/?#\s@]+$/.test(text) && URL.canParse(text),
    "must look like https://shop.example.com",
  );

const fields = { name: z.string().trim().min(1).max(255), origins: z.array(Origin).max(100).optional() };

export const NewSite = z.strictObject(fields);
export type NewSite = z.infer<typeof NewSite>;

export const SitePatch = z.strictObject(fields).partial();
export type SitePatch = z.infer<typeof SitePatch>;

/** `warn` takes messages without a right proof and notes them under *Events → Refused*; `required` refuses them. */
export const UserProofInput = z.strictObject({ mode: z.enum(USER_PROOFS) });
export type UserProofInput = z.infer<typeof UserProofInput>;

/** A site with its new secret: shown once. */
export const NewProofSecret = Site.extend({ secret: z.string() }).meta({ id: "NewProofSecret" });
export type NewProofSecret = z.infer<typeof NewProofSecret>;

export const SiteQuery = z.object(pageFields);
