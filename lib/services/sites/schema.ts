import * as z from "zod";
import { pageFields, Timestamp } from "#services";

export const Site = z
  .object({
    id: z.string(),
    name: z.string(),
    origins: z.array(z.string()),
    publishableKey: z.string().nullable(),
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

export const SiteQuery = z.object(pageFields);
