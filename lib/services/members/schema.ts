import * as z from "zod";
import { ROLES, Timestamp } from "#services";

const Role = z.enum(ROLES);

export const Member = z
  .object({
    id: z.string().meta({ description: "The member's user id" }),
    userId: z.string(),
    number: z.int(),
    email: z.string(),
    name: z.string(),
    role: Role,
    status: z
      .enum(["active", "invited"])
      .meta({ description: "`invited`: has an account but has not accepted yet, and has no access" }),
    createdAt: Timestamp,
  })
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

/** With the one-time link for the member: one of the two. */
export const InvitedMember = Member.extend({
  signInLink: z.string().nullable().meta({ description: "Signs in the member whose account this invitation created" }),
  invitationLink: z
    .string()
    .nullable()
    .meta({ description: "For an account that existed before: its owner signs in and accepts with it" }),
}).meta({ id: "InvitedMember" });
export type InvitedMember = z.infer<typeof InvitedMember>;

export const NewMember = z.strictObject({
  email: z.email().max(320),
  name: z.string().trim().min(1).max(120).optional(),
  role: Role,
});
export type NewMember = z.infer<typeof NewMember>;

export const MemberPatch = z.strictObject({ role: Role });
export type MemberPatch = z.infer<typeof MemberPatch>;
