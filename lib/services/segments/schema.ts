import * as z from "zod";
import { JsonObject, RuleGroup } from "#journey";
import { pageFields, Timestamp } from "#services";
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

/** A rule group as the engine evaluates it; what it says is kept as written. */
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

export const NewSegment = z
  .strictObject({ ...fields, kind: z.enum(["static", "rules"]).optional() })
  .refine((segment) => segment.kind !== "rules" || segment.rules, {
    path: ["rules"],
    message: "A segment by rules needs rules",
  })
  .refine((segment) => segment.kind !== "static" || !segment.rules, {
    path: ["rules"],
    message: "A static segment has no rules",
  });
export type NewSegment = z.infer<typeof NewSegment>;

export const SegmentPatch = z.strictObject(fields).partial();
export type SegmentPatch = z.infer<typeof SegmentPatch>;

export const SegmentQuery = z.object({ ...pageFields, search: z.string().max(255).optional() });
export type SegmentQuery = z.infer<typeof SegmentQuery>;

export const MembersQuery = z.object(pageFields);

/** Who to add or remove: people by any name, or plainly their ids. */
export const MembersInput = z
  .strictObject({
    people: z.array(PersonReference).max(10_000).optional(),
    personIds: z.array(z.uuid()).max(10_000).optional(),
  })
  .refine((input) => input.people ?? input.personIds, { path: ["people"], message: "Name the people" });
export type MembersInput = z.infer<typeof MembersInput>;
