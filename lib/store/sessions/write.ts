import { and, eq, lt, ne, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { sessions } from "./table.ts";

export async function insertSession(orm: Orm | Transaction, session: typeof sessions.$inferInsert): Promise<void> {
  await orm.insert(sessions).values(session);
}

export async function noteSessionUse(orm: Orm, id: string): Promise<void> {
  await orm.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, id));
}

/** The second factor was given in this session. */
export async function noteSecondFactor(orm: Orm | Transaction, id: string): Promise<void> {
  await orm.update(sessions).set({ secondFactorAt: sql`now()` }).where(eq(sessions.id, id));
}

/** Signs a user out everywhere. */
export async function deleteSessions(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

/** Ends one session of a user; `undefined`: they have none with this id. */
export async function deleteSession(
  tx: Transaction,
  userId: string,
  id: string,
): Promise<{ readonly userAgent: string | null } | undefined> {
  const [ended] = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ userAgent: sessions.userAgent });
  return ended;
}

/** Ends all sessions of a user but one; returns how many. */
export async function deleteOtherSessions(tx: Transaction, userId: string, keptId: string): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keptId)))
    .returning({ id: sessions.id });
  return ended.length;
}

/** Programs get a session with each token, so that expired ones of a user go when the next is made. */
export async function deleteExpiredSessions(orm: Orm | Transaction, userId: string): Promise<void> {
  await orm.delete(sessions).where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, sql`now()`)));
}
