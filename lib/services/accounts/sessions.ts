import { getDatabase } from "#db";
import { openAuth } from "./auth.ts";

/** The user of the session cookie in these headers, or `null`. */
export async function readSession(headers: Headers): Promise<{ userId: string } | null> {
  if (!headers.get("cookie")) return null;
  const auth = await openAuth();
  const session = await auth.api.getSession({ headers }).catch(tellIfAway);
  return session ? { userId: session.user.id } : null;
}

/** The account library hides database errors: if the database is unavailable, the original error is thrown instead. */
export async function tellIfAway(error: unknown): Promise<never> {
  await getDatabase().sql`select 1`;
  throw error;
}
