import { and, asc, eq } from "drizzle-orm";
import { getDatabase } from "#db";
import { isUuid, type Role } from "#services";
import { schema } from "#store";

export type Membership = { readonly workspaceId: string; readonly role: Role };

/** The user's membership in the wanted workspace, else in their first one; `null` when they have none. */
export async function findMembership(userId: string, workspaceId: string | null): Promise<Membership | null> {
  const { orm } = getDatabase();
  const { members } = schema;
  const wanted = workspaceId !== null && isUuid(workspaceId) ? workspaceId : null;
  const rows = await orm
    .select({ workspaceId: members.workspaceId, role: members.role })
    .from(members)
    .where(and(eq(members.userId, userId), eq(members.status, "active")))
    .orderBy(asc(members.createdAt));
  return rows.find((row) => row.workspaceId === wanted) ?? rows[0] ?? null;
}

/** The user's role in exactly this workspace, or `null`. */
export async function roleIn(userId: string, workspaceId: string): Promise<Role | null> {
  if (!isUuid(workspaceId)) return null;
  const { members } = schema;
  const [row] = await getDatabase()
    .orm.select({ role: members.role })
    .from(members)
    .where(and(eq(members.userId, userId), eq(members.workspaceId, workspaceId), eq(members.status, "active")));
  return row?.role ?? null;
}
