import { sql } from "drizzle-orm";
import { type Config, config } from "#config";
import { getDatabase, newId } from "#db";
import type { Transaction } from "#services";
import { schema } from "#store";
import { insertFirstChannels } from "#store/channels";
import { createKey } from "./keys.ts";
import { addPassword } from "./passwords.ts";

const { users, workspaces, members, sites } = schema;

/**
 * At first start: the owner, a workspace with one site, and its keys, as `SOJOURN_INIT_*` say. Later starts change
 * nothing.
 */
export async function createFirstOwner(init: Config["init"] = config().init): Promise<{ created: boolean }> {
  return await getDatabase().orm.transaction(async (tx) => {
    // Several processes may start at once on an empty database: one creates the rows, the others find them.
    await tx.execute(sql`select 1 from installation for update`);
    const [someone] = await tx.select({ id: users.id }).from(users).limit(1);
    if (someone) return { created: false };
    const userId = await createOwner(tx, init);
    await createWorkspace(tx, userId, init);
    return { created: true };
  });
}

async function createOwner(tx: Transaction, init: Config["init"]): Promise<string> {
  const id = newId();
  const email = init.email ?? "owner@sojourn.local";
  await tx.insert(users).values({ id, email, name: init.email?.split("@")[0] ?? "Owner", emailVerified: true });
  if (init.password) await addPassword(tx, id, init.password);
  return id;
}

async function createWorkspace(tx: Transaction, userId: string, init: Config["init"]): Promise<void> {
  const [workspaceId, siteId] = [newId(), newId()];
  const name = init.workspace ?? "My workspace";
  await tx.insert(workspaces).values({ id: workspaceId, name, slug: slugOf(name) });
  await insertFirstChannels(tx, workspaceId);
  await tx.insert(members).values({ workspaceId, userId, role: "owner" });
  await tx.insert(sites).values({ id: siteId, workspaceId, name: "Website" });
  const key = { workspaceId, siteId, name: "Website", createdBy: userId };
  await createKey(tx, { ...key, kind: "publishable", ...(init.publishableKey ? { plain: init.publishableKey } : {}) });
  if (init.secretKey)
    await createKey(tx, { ...key, siteId: null, name: "First key", kind: "secret", plain: init.secretKey });
}

function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug || "workspace";
}
