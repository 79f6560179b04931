import { and, asc, eq } from "drizzle-orm";
import { type Context, iso, notFound } from "#services";
import { schema } from "#store";
import type { Member } from "./schema.ts";

const { members, users } = schema;

/** Who belongs to the workspace, in the order of joining. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  return read(ctx, null);
}

export async function findMember(ctx: Context, userId: string): Promise<Member> {
  const [member] = await read(ctx, userId);
  if (!member) throw notFound("member");
  return member;
}

async function read(ctx: Context, userId: string | null): Promise<Member[]> {
  const rows = await ctx.database.orm
    .select({
      userId: members.userId,
      number: members.number,
      role: members.role,
      status: members.status,
      createdAt: members.createdAt,
      email: users.email,
      name: users.name,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, ctx.workspaceId), userId === null ? undefined : eq(members.userId, userId)))
    .orderBy(asc(members.createdAt), asc(members.number));
  return rows.map((row) => ({ ...row, id: row.userId, createdAt: iso(row.createdAt) }));
}
