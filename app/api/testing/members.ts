import { newId, schema } from "#db";
import { openSignInLink, signInLinkFor } from "#services/accounts";
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
  const token = new URL(await signInLinkFor(email)).searchParams.get("token") ?? "";
  const set = await openSignInLink(token, new Headers());
  if (!set) throw new Error("the sign-in link was refused");
  return set.map((line) => line.split(";")[0]).join("; ");
}
