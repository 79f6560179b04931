import * as z from "zod";
import { withRules } from "#journey";
import { Timestamp } from "#services";

export const ApiKey = z
  .object({
    id: z.string(),
    kind: z.enum(["secret", "publishable"]),
    name: z.string(),
    hint: z.string(),
    siteId: z.string().nullable(),
    createdAt: Timestamp,
    lastUsedAt: Timestamp.nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

/** A key in full: shown once, when it is made. */
export const NewApiKey = ApiKey.extend({ key: z.string() }).meta({ id: "NewApiKey" });
export type NewApiKey = z.infer<typeof NewApiKey>;

export const KeyInput = withRules(
  z.strictObject({
    name: z.string().trim().min(1).max(120),
    kind: z.enum(["secret", "publishable"]).default("secret"),
    siteId: z.uuid().nullish(),
  }),
  {
    holds: ({ kind, siteId }) => kind !== "publishable" || siteId,
    error: "A publishable key belongs to a site",
    field: "siteId",
  },
);
export type KeyInput = z.infer<typeof KeyInput>;
