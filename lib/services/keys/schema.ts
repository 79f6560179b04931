import * as z from "zod";
import { withRules } from "#journey";
import { SCOPES, Timestamp } from "#services";

export const KeyScope = z.enum(SCOPES).meta({
  id: "KeyScope",
  description:
    "`read`: journeys, figures, segments, content · `draft`: make drafts and hand in plans · `publish`: publish, pause, archive · `send`: record events, enroll people, send again · `personal`: see traits, addresses and events of people",
});
export type KeyScope = z.infer<typeof KeyScope>;

export const ApiKey = z
  .object({
    id: z.string(),
    kind: z.enum(["secret", "publishable"]),
    name: z.string(),
    hint: z.string(),
    siteId: z.string().nullable(),
    scopes: z.array(KeyScope).nullable().meta({ description: "What the key is limited to; null = no limit" }),
    member: z
      .object({ id: z.string(), email: z.string() })
      .nullable()
      .meta({ description: "Of a personal key: whom it acts for, as long as they are a member; null = the workspace" }),
    createdAt: Timestamp,
    lastUsedAt: Timestamp.nullable(),
    expiresAt: Timestamp.nullable().meta({ description: "From then on it is refused; null = never" }),
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
    scopes: z.array(KeyScope).min(1, "Choose at least one scope").max(SCOPES.length).nullish(),
    isPersonal: z.boolean().default(false).meta({ description: "It acts for the caller, with at most their role" }),
    expiresAt: z.iso.datetime({ offset: true }).nullish(),
  }),
  {
    holds: ({ kind, siteId }) => kind !== "publishable" || siteId,
    error: "A publishable key belongs to a site",
    field: "siteId",
  },
  {
    holds: ({ kind, isPersonal, expiresAt }) => kind !== "publishable" || (!isPersonal && !expiresAt),
    error: "A publishable key is for everyone, and without an end",
    field: "kind",
  },
  {
    holds: ({ kind, scopes }) => kind !== "publishable" || !scopes,
    error: "A publishable key has no scopes",
    field: "scopes",
  },
);
export type KeyInput = z.infer<typeof KeyInput>;
