import { getDatabase } from "#db";
import { isUuid, type Role } from "#services";
import { type Membership, readMemberships, readRole } from "#store/members";

export type { Membership };

/** The user's membership in the wanted workspace, else in their first one; `null` when they have none. */
export async function findMembership(userId: string, workspaceId: string | null): Promise<Membership | null> {
  const wanted = workspaceId !== null && isUuid(workspaceId) ? workspaceId : null;
  const rows = await readMemberships(getDatabase().orm, userId);
  return rows.find((row) => row.workspaceId === wanted) ?? rows[0] ?? null;
}

/** The user's role in exactly this workspace, or `null`. */
export async function roleIn(userId: string, workspaceId: string): Promise<Role | null> {
  return isUuid(workspaceId) ? readRole(getDatabase().orm, userId, workspaceId) : null;
}
