import * as z from "zod";
import { JsonObject, withRules } from "#journey";
import { cursorFields, Timestamp } from "#services";

export const Person = z
  .object({
    id: z.string(),
    externalId: z.string().nullable(),
    anonymousId: z.string().nullable(),
    traits: JsonObject,
    tags: z.array(z.string()),
    stage: z.string().nullable(),
    segments: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
    lastSeenAt: Timestamp.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

export const PeopleQuery = z.object({
  ...cursorFields,
  externalId: z.string().max(255).optional(),
  anonymousId: z.string().max(255).optional(),
  search: z.string().max(255).optional(),
  segmentId: z.string().max(255).optional(),
  tag: z.string().max(255).optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

const Tag = z.string().trim().min(1).max(255);
const Tags = z.array(Tag).max(100);
const Identifier = z.string().trim().min(1).max(255);

/** Traits merge into what is there; a `null` removes the trait. */
export const PersonPatch = z.strictObject({
  traits: JsonObject.optional(),
  addTags: Tags.optional(),
  removeTags: Tags.optional(),
  stage: Identifier.nullish(),
});
export type PersonPatch = z.infer<typeof PersonPatch>;

export const NewPerson = withRules(
  z.strictObject({
    externalId: Identifier.optional(),
    userId: Identifier.optional().meta({ description: "The same as `externalId`" }),
    anonymousId: Identifier.optional(),
    traits: JsonObject.optional(),
    tags: Tags.optional(),
    stage: Identifier.nullish(),
  }),
  {
    holds: ({ externalId, userId, anonymousId }) => externalId ?? userId ?? anonymousId,
    error: "Give an externalId or an anonymousId",
    field: "externalId",
  },
);
export type NewPerson = z.infer<typeof NewPerson>;

/** One person by any of their names. */
export const PersonReference = withRules(
  z.strictObject({ personId: z.uuid().optional(), userId: Identifier.optional(), anonymousId: Identifier.optional() }),
  {
    holds: ({ personId, userId, anonymousId }) => personId ?? userId ?? anonymousId,
    error: "Name the person by personId, userId or anonymousId",
  },
).meta({ id: "PersonReference" });
export type PersonReference = z.infer<typeof PersonReference>;

/** What a built-in event of a user may carry. */
export const UserEventInput = z.strictObject({ properties: JsonObject.optional() }).optional();
export type UserEventInput = z.infer<typeof UserEventInput>;

export const PersonEventInput = z.strictObject({
  name: z.string().trim().min(1).max(250),
  properties: JsonObject.optional(),
});
export type PersonEventInput = z.infer<typeof PersonEventInput>;

export const ReportedUserEvent = z
  .object({ id: z.string(), name: z.string(), personId: z.string(), receivedAt: Timestamp })
  .meta({ id: "ReportedUserEvent" });
export type ReportedUserEvent = z.infer<typeof ReportedUserEvent>;

/** A line of the export of a person. */
export const PersonExportLine = z
  .union([
    z.object({
      kind: z.literal("person").meta({ description: "The first line" }),
      personId: z.string(),
      exportedAt: Timestamp,
      leftOut: z.record(z.string(), z.string()).meta({ description: "Tables that are left out, with the reason" }),
    }),
    z.object({ kind: z.literal("row"), table: z.string(), row: JsonObject }),
    z.object({
      kind: z.literal("end").meta({ description: "The last line; without it the export is not whole" }),
      tables: z.record(z.string(), z.int()).meta({ description: "Rows of each table" }),
    }),
  ])
  .meta({ id: "PersonExportLine" });
