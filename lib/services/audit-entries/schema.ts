import * as z from "zod";
import { cursorFields, Timestamp } from "#services";

export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Timestamp,
    actor: z.object({
      kind: z.enum(["user", "key", "system"]),
      id: z.string(),
      name: z.string().nullable().meta({ description: "As it was at the time" }),
    }),
    action: z.string().meta({ description: "What was done, such as journey.publish" }),
    subject: z.object({
      id: z.string().meta({ description: "`erased` = a person who was erased" }),
      name: z.string().nullable().meta({ description: "As it was at the time; people are not named" }),
    }),
    address: z.string().nullable().meta({ description: "The network address of the request; null = there was none" }),
    detail: z.record(z.string(), z.unknown()).meta({
      description: "More about it; `changes` has each changed field with its values before and after",
    }),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof AuditEntry>;

const filters = {
  actor: z.string().max(64).optional().meta({ description: "Id of a member or a key" }),
  action: z
    .string()
    .regex(/^[a-z0-9_.-]{1,64}$/, "must be an action such as journey.publish, or its first word")
    .optional()
    .meta({ description: "An action, or its first word" }),
  subject: z.string().max(64).optional().meta({ description: "Id of the object" }),
  search: z.string().trim().min(1).max(100).optional().meta({ description: "Part of a name or an action" }),
  from: Timestamp.optional(),
  to: Timestamp.optional(),
};

export const AuditFilters = z.strictObject(filters);
export type AuditFilters = z.infer<typeof AuditFilters>;

export const AuditQuery = z.strictObject({ ...cursorFields, ...filters });
export type AuditQuery = z.infer<typeof AuditQuery>;
