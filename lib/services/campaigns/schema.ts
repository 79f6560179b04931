import * as z from "zod";
import { withRules } from "#journey";
import { HIGHEST_NUMBER, pageFields, Timestamp } from "#services";

const Key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/, "may have small letters, digits, - and _");
const Reference = z.union([z.string().min(1).max(255), z.int()]);
const Time = z.iso.datetime({ offset: true });
const Kind = z.enum(["public", "private"]);
const Status = z.enum(["draft", "active", "ended"]);

export const Campaign = z
  .object({
    id: z.string(),
    key: z.string(),
    number: z.int(),
    name: z.string(),
    kind: Kind,
    isTemplate: z.boolean(),
    contentId: z.string().nullable(),
    segmentId: z.string().nullable().meta({ description: "Of a public campaign: whom it is for; null = everyone" }),
    personId: z.string().nullable().meta({ description: "Of a private campaign: whom it is assigned to" }),
    templateId: z.string().nullable().meta({ description: "The campaign that it is a clone of" }),
    status: Status,
    startsAt: Timestamp.nullable(),
    endsAt: Timestamp.nullable(),
    startedAt: Timestamp.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Campaign" });
export type Campaign = z.infer<typeof Campaign>;

const fields = {
  key: Key,
  name: z.string().trim().min(1).max(255),
  contentId: Reference.nullable(),
  segmentId: Reference.nullable(),
  startsAt: Time.nullable(),
  endsAt: Time.nullable(),
  status: Status,
};

type Times = { readonly startsAt?: string | null | undefined; readonly endsAt?: string | null | undefined };
const inOrder = ({ startsAt, endsAt }: Times) => !startsAt || !endsAt || Date.parse(startsAt) < Date.parse(endsAt);
const ORDER = { holds: inOrder, error: "must be after startsAt", field: "endsAt" };

export const NewCampaign = withRules(
  z.strictObject({
    ...z.object(fields).partial().shape,
    name: fields.name,
    kind: Kind,
    isTemplate: z.boolean().optional(),
    number: z.int().min(1).max(HIGHEST_NUMBER).optional(),
    personId: z.string().min(1).max(255).nullish(),
    templateId: Reference.nullish().meta({ description: "Of a private campaign: its content is taken from there" }),
  }),
  ORDER,
  {
    holds: ({ kind, isTemplate, personId }) => kind === "public" || isTemplate || personId,
    error: "A private campaign is assigned to a person",
    field: "personId",
  },
  {
    holds: ({ kind, isTemplate, personId }) => !personId || (kind === "private" && !isTemplate),
    error: "Only a private campaign is assigned to a person",
    field: "personId",
  },
  {
    holds: ({ kind, segmentId }) => kind === "public" || !segmentId,
    error: "Only a public campaign is for a segment",
    field: "segmentId",
  },
  {
    holds: ({ isTemplate, status }) => !isTemplate || status === undefined || status === "draft",
    error: "A template does not start",
    field: "status",
  },
  {
    holds: ({ isTemplate, startsAt }) => !isTemplate || !startsAt,
    error: "A template does not start",
    field: "startsAt",
  },
  {
    holds: ({ kind, isTemplate, templateId }) => !templateId || (kind === "private" && !isTemplate),
    error: "Only a private campaign is a clone",
    field: "templateId",
  },
  {
    holds: ({ personId, key, number }) => !personId || (key === undefined && number === undefined),
    error: "A private campaign gets its key and number from the server",
    field: "key",
  },
);
export type NewCampaign = z.infer<typeof NewCampaign>;

export const CampaignPatch = withRules(z.strictObject(fields).partial(), ORDER);
export type CampaignPatch = z.infer<typeof CampaignPatch>;

export const CampaignQuery = z.object({
  ...pageFields,
  kind: Kind.optional(),
  status: Status.optional(),
  isTemplate: z.enum(["true", "false"]).optional(),
  search: z.string().max(255).optional(),
  personId: z.string().max(255).optional().meta({ description: "The private campaigns assigned to this person" }),
  templateId: z.string().max(255).optional().meta({ description: "The private campaigns cloned from this one" }),
});
export type CampaignQuery = z.infer<typeof CampaignQuery>;
