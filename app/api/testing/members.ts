import { newId } from "#db";
import { startSession } from "#services/accounts";
import { schema } from "#store";
import type { ApiFixture } from "./api-fixture.ts";

const cookies = new Map<string, Promise<string>>();

/** The session cookie of a member with this role, created and signed in at first use. */
export function signSessionFor(api: ApiFixture, role: "owner" | "editor" | "viewer"): Promise<string> {
  const name = `${api.workspaceId} ${role}`;
  const cookie = cookies.get(name) ?? signIn(api, role);
  cookies.set(name, cookie);
  return cookie;
}

/** A new user who is a member with this role. */
export async function addMember(api: ApiFixture, role: "owner" | "editor" | "viewer"): Promise<string> {
  const { orm } = api.database;
  const userId = newId();
  await orm.insert(schema.users).values({ id: userId, email: emailOf(userId), name: role });
  await orm.insert(schema.members).values({ workspaceId: api.workspaceId, userId, role });
  return userId;
}

const emailOf = (userId: string): string => `${userId}@example.com`;

async function signIn(api: ApiFixture, role: "owner" | "editor" | "viewer"): Promise<string> {
  const set = await startSession(emailOf(await addMember(api, role)), new Headers());
  return set.map((line) => line.split(";")[0]).join("; ");
}
