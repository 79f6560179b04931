import { type Context, iso, notFound } from "#services";
import { readMembers } from "#store/members";
import type { Member } from "./schema.ts";

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
  const rows = await readMembers(ctx.database.orm, ctx.workspaceId, userId);
  return rows.map((row) => ({ ...row, id: row.userId, createdAt: iso(row.createdAt) }));
}
