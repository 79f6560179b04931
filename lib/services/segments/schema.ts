import * as z from "zod";
import { JsonObject, RuleGroup, withRules } from "#journey";
import { cursorFields, HIGHEST_NUMBER, pageFields, Timestamp } from "#services";
import { PersonReference } from "#services/people";

export const Segment = z
  .object({
    id: z.string(),
    number: z.int(),
    key: z.string(),
    formerKeys: z.array(z.string()).meta({ description: "Keys that it had; they still lead to it" }),
    name: z.string(),
    description: z.string().nullable(),
    kind: z.enum(["static", "rules"]),
    rules: JsonObject.nullable(),
    revision: z.int(),
    builtAt: Timestamp.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
    _count: z.object({ members: z.int() }),
  })
  .meta({ id: "Segment" });
export type Segment = z.infer<typeof Segment>;

export const SegmentUse = z
  .object({
    kind: z.enum(["journey", "segment", "offer", "decision flow"]),
    id: z.string(),
    name: z.string(),
    detail: z.string().nullable().meta({ description: "Of a journey: whether its draft or a version uses it" }),
  })
  .meta({ id: "SegmentUse" });
export type SegmentUse = z.infer<typeof SegmentUse>;

/** A rule group as the engine evaluates it; stored as written. */
const Rules = JsonObject.superRefine((rules, context) => {
  const parsed = RuleGroup.safeParse(rules);
  for (const issue of parsed.error?.issues ?? []) {
    context.addIssue({ code: "custom", path: issue.path, message: issue.message });
  }
});

export const Key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/, "may have small letters, digits, - and _");

const fields = {
  name: z.string().trim().min(1).max(255),
  key: Key.optional(),
  description: z.string().max(10_000).nullish(),
  rules: Rules.nullish(),
};

export const NewSegment = withRules(
  z.strictObject({
    ...fields,
    number: z.int().min(1).max(HIGHEST_NUMBER).optional(),
    kind: z.enum(["static", "rules"]).optional(),
  }),
  { holds: ({ kind, rules }) => kind !== "rules" || rules, error: "A segment by rules needs rules", field: "rules" },
  { holds: ({ kind, rules }) => kind !== "static" || !rules, error: "A static segment has no rules", field: "rules" },
);
export type NewSegment = z.infer<typeof NewSegment>;

export const SegmentPatch = z.strictObject(fields).partial();
export type SegmentPatch = z.infer<typeof SegmentPatch>;

export const SegmentQuery = z.object({ ...pageFields, search: z.string().max(255).optional() });
export type SegmentQuery = z.infer<typeof SegmentQuery>;

export const MembersQuery = z.object(cursorFields);

/** Who to add or remove: people by any name, or plainly their ids. */
export const MembersInput = withRules(
  z.strictObject({
    people: z.array(PersonReference).max(10_000).optional(),
    personIds: z.array(z.uuid()).max(10_000).optional(),
  }),
  { holds: ({ people, personIds }) => people ?? personIds, error: "Name the people", field: "people" },
);
export type MembersInput = z.infer<typeof MembersInput>;
