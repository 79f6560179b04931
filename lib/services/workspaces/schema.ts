import * as z from "zod";
import { senderMistake } from "#addresses";
import { isWorkspaceTimezone, JsonObject, UNKNOWN_TIMEZONE } from "#journey";
import { Utm } from "#mails";
import { Timestamp } from "#services";
import { MaskingSettings } from "#services/masking";
import { RetentionSettings } from "#services/retention";
import { LONGEST_ZONE } from "#values";
import { Notifications } from "./notifications.ts";
import { PlanPolicy } from "./plan-policy.ts";
import { TemplateSettings } from "./template-settings.ts";

export const Workspace = z
  .object({
    id: z.string(),
    placeId: z.int(),
    name: z.string(),
    slug: z.string(),
    timezone: z.string(),
    isDemo: z.boolean(),
    settings: JsonObject,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Workspace" });
export type Workspace = z.infer<typeof Workspace>;

/** The tiers of loyalty accounts, from the lowest to the highest. */
const Tiers = z
  .array(z.string().trim().min(1).max(120))
  .max(100)
  .refine((tiers) => new Set(tiers).size === tiers.length)
  .nullable();
const TIERS = "is a list of the names of tiers, each once, from the lowest to the highest";

/** Settings that people outside see: the look of public pages, their languages, and whether mails are tracked by default. */
const OUTSIDE = {
  brand: z.strictObject({
    logoUrl: z
      .url({ protocol: /^https?$/, error: "is not an address that starts with https://" })
      .max(2_000)
      .nullish(),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, "is a colour such as #1f6f5c")
      .nullish(),
  }),
  /** How long the text of sent messages is kept, in days; null or none = as long as the messages. */
  archive: z.strictObject({ keepDays: z.int("is a whole number of days").min(1).max(3_650).nullish() }),
  /** How long what else is kept, in days. */
  retention: RetentionSettings,
  /** Traits whose values members up to a role do not see. */
  masking: MaskingSettings,
  /** Of the values of goals. */
  currency: z.string().regex(/^[A-Z]{3}$/, "is a currency such as EUR"),
  /** Whether members need a second factor. */
  secondFactor: z.literal("required", { error: "is `required`, or nothing" }),
  /** Who is told of alerts, and who gets the weekly report. */
  notifications: Notifications,
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is a language such as en or pt-BR")).max(50),
  /** Added to the links of emails that have no parameter of that name. */
  utm: Utm,
  tracking: z.strictObject({ opens: z.boolean().optional(), clicks: z.boolean().optional() }),
} as const;

/**
 * Settings may have any keys; template variables, the policy of plans, the tiers and the public look are checked, and the
 * sender is validated as it is for sending. `null` or no value uses the installation's.
 */
const Settings = JsonObject.superRefine(({ defaultFrom, plans, tiers, appName, variables, ...others }, check) => {
  for (const [name, schema] of Object.entries(OUTSIDE))
    for (const { path, message } of schema.nullish().safeParse(others[name]).error?.issues ?? [])
      check.addIssue({ code: "custom", path: [name, ...path], message, input: others[name] });
  for (const { path, message } of TemplateSettings.safeParse({ appName, variables }).error?.issues ?? [])
    check.addIssue({ code: "custom", path: [...path], message, input: path[0] === "appName" ? appName : variables });
  for (const { path, message } of PlanPolicy.nullish().safeParse(plans).error?.issues ?? [])
    check.addIssue({ code: "custom", path: ["plans", ...path], message, input: plans });
  if (tiers !== undefined && !Tiers.safeParse(tiers).success)
    check.addIssue({ code: "custom", path: ["tiers"], message: TIERS, input: tiers });
  if (defaultFrom === undefined || defaultFrom === null || defaultFrom === "") return;
  const mistake = typeof defaultFrom === "string" ? senderMistake(defaultFrom) : "is not a text";
  if (mistake !== null) check.addIssue({ code: "custom", path: ["defaultFrom"], message: mistake, input: defaultFrom });
});

export const WorkspacePatch = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    timezone: z.string().max(LONGEST_ZONE).refine(isWorkspaceTimezone, UNKNOWN_TIMEZONE),
    settings: Settings,
  })
  .partial();
export type WorkspacePatch = z.infer<typeof WorkspacePatch>;
