import { openAuth } from "./auth.ts";

/** Who is signed in by the session cookie of these headers, or `null`. */
export async function readSession(headers: Headers): Promise<{ userId: string } | null> {
  if (!headers.get("cookie")) return null;
  const auth = await openAuth();
  const session = await auth.api.getSession({ headers });
  return session ? { userId: session.user.id } : null;
}
