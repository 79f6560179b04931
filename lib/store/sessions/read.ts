import { and, desc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import type { Orm } from "#db";
import { users } from "../users/table.ts";
import { sessions } from "./table.ts";

export type SessionRow = typeof sessions.$inferSelect;

const isValid = () => gt(sessions.expiresAt, sql`now()`);

/** The sessions of a user that have not expired, the last used first. */
export async function readSessionsOf(orm: Orm, userId: string): Promise<SessionRow[]> {
  return orm
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isValid()))
    .orderBy(desc(sql`coalesce(${sessions.lastSeenAt}, ${sessions.createdAt})`), desc(sessions.id));
}

/** A session that has not expired. */
export async function findSession(
  orm: Orm,
  id: string,
): Promise<(SessionRow & { readonly hasSecondFactor: boolean }) | undefined> {
  const [row] = await orm
    .select({ ...getTableColumns(sessions), hasSecondFactor: users.hasSecondFactor })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), isValid()));
  return row;
}
