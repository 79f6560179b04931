import { getDatabase } from "#db";
import { findSession, noteSessionUse } from "#store/sessions";
import { MINUTE_MS } from "#times";
import { openAuth } from "./auth.ts";

/** A signed-in user, and the session that shows it: of a browser, or of a token for programs. */
export type SignedIn = {
  readonly userId: string;
  readonly sessionId: string;
  /** `none`: the user has no second factor; `pending`: it was not given yet, so that nothing else may be done. */
  readonly secondFactor: "none" | "pending" | "done";
  readonly signedInAt: Date;
};

type Session = {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly lastSeenAt?: Date | null | undefined;
  readonly secondFactorAt?: Date | null | undefined;
};
/** The account library's own types of a user do not always know our field. */
type User = Readonly<Record<string, unknown>>;

/** The user of the session cookie in these headers, or `null`. */
export async function readSession(headers: Headers): Promise<SignedIn | null> {
  if (!headers.get("cookie")) return null;
  const auth = await openAuth();
  const found = await auth.api.getSession({ headers }).catch(tellIfAway);
  return found ? signedIn(found.session, found.user) : null;
}

/** The user of a session by its id, or `null`. */
export async function readSessionById(id: string): Promise<SignedIn | null> {
  const found = await findSession(getDatabase().orm, id);
  return found ? signedIn(found, found) : null;
}

/** Its use is noted once a minute, because every request of a page comes here. */
export async function signedIn(session: Session, { hasSecondFactor }: User): Promise<SignedIn> {
  const { id, userId, createdAt, lastSeenAt, secondFactorAt } = session;
  const isStale = Date.now() - (lastSeenAt ?? createdAt).getTime() > MINUTE_MS;
  if (isStale) await noteSessionUse(getDatabase().orm, id);
  const given = secondFactorAt ? "done" : "pending";
  return { userId, sessionId: id, secondFactor: hasSecondFactor === true ? given : "none", signedInAt: createdAt };
}

/** The account library hides database errors: if the database is unavailable, the original error is thrown instead. */
export async function tellIfAway(error: unknown): Promise<never> {
  await getDatabase().sql`select 1`;
  throw error;
}
