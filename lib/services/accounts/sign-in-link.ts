import { and, eq, notExists } from "drizzle-orm";
import { config } from "#config";
import { getDatabase, schema } from "#db";
import { openAuth } from "./auth.ts";
import { tokenMadeBy } from "./caught-links.ts";

const { users, logins } = schema;

/** A one-time address (valid for a day) that signs in an owner who has no password yet; `null` once all have one. */
export async function signInLink(): Promise<string | null> {
  const { orm } = getDatabase();
  const withPassword = orm.select({ id: logins.id }).from(logins).where(eq(logins.userId, users.id));
  const [user] = await orm
    .select({ id: users.id, email: users.email })
    .from(users)
    .innerJoin(schema.members, and(eq(schema.members.userId, users.id), eq(schema.members.role, "owner")))
    .where(notExists(withPassword))
    .orderBy(users.createdAt)
    .limit(1);
  return user ? signInLinkFor(user.email) : null;
}

/** A one-time address (valid for a day) that signs in the user with this e-mail address. */
export async function signInLinkFor(email: string): Promise<string> {
  return `${config().baseUrl}/welcome?token=${await makeToken(email)}`;
}

async function makeToken(email: string): Promise<string> {
  const auth = await openAuth();
  return tokenMadeBy(email, () => auth.api.signInMagicLink({ body: { email }, headers: new Headers() }));
}

/** Spends the token of a one-time address: the `Set-Cookie` headers of a new session, or `null` if it is spent or too old. */
export async function openSignInLink(token: string, headers: Headers): Promise<string[] | null> {
  const auth = await openAuth();
  const response = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
  return response.ok ? response.headers.getSetCookie() : null;
}
