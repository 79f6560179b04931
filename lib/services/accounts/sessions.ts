import { getDatabase } from "#db";
import { openAuth } from "./auth.ts";

/** Who is signed in by the session cookie of these headers, or `null`. */
export async function readSession(headers: Headers): Promise<{ userId: string } | null> {
  if (!headers.get("cookie")) return null;
  const auth = await openAuth();
  const session = await auth.api.getSession({ headers }).catch(tellIfAway);
  return session ? { userId: session.user.id } : null;
}

/** The account library keeps to itself what the database said: where that is away, its own error is thrown instead. */
export async function tellIfAway(error: unknown): Promise<never> {
  await getDatabase().sql`select 1`;
  throw error;
}
