import { and, asc, eq } from "drizzle-orm";
import { getDatabase } from "#db";
import { schema } from "#store";

const { members, workspaces } = schema;

/** The default workspace of a program: the user's first one that is not the demo. */
export async function homeWorkspace(userId: string): Promise<string | null> {
  const [row] = await getDatabase()
    .orm.select({ id: workspaces.id })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), eq(members.status, "active")))
    .orderBy(asc(workspaces.isDemo), asc(members.createdAt))
    .limit(1);
  return row?.id ?? null;
}
