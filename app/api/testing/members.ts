import { newId, schema } from "#db";
import { startSession } from "#services/accounts";
import type { World } from "./world.ts";

const cookies = new Map<string, Promise<string>>();

/** The session cookie of a member with this role, who is made and signed in at first need. */
export function signSessionFor(world: World, role: "owner" | "editor" | "viewer"): Promise<string> {
  const name = `${world.workspaceId} ${role}`;
  const cookie = cookies.get(name) ?? signIn(world, role);
  cookies.set(name, cookie);
  return cookie;
}

async function signIn(world: World, role: "owner" | "editor" | "viewer"): Promise<string> {
  const { orm } = world.database;
  const userId = newId();
  const email = `${role}-${userId}@example.com`;
  await orm.insert(schema.users).values({ id: userId, email, name: role });
  await orm.insert(schema.members).values({ workspaceId: world.workspaceId, userId, role });
  const set = await startSession(email, new Headers());
  return set.map((line) => line.split(";")[0]).join("; ");
}
