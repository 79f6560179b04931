import { type Config, ConfigError, config } from "#config";
import { getDatabase, newId } from "#db";
import type { Transaction } from "#services";
import { insertFirstChannels } from "#store/channels";
import { lockInstallation } from "#store/installation";
import { insertMembers } from "#store/members";
import { insertSite } from "#store/sites";
import { hasUsers, insertUser } from "#store/users";
import { insertWorkspace } from "#store/workspaces";
import { createKey } from "./keys.ts";
import { passwordFault } from "./password-rules.ts";
import { addPassword } from "./passwords.ts";

/**
 * At first start: the owner, a workspace with one site, and its keys, as `SOJOURN_INIT_*` say. Later starts change
 * nothing.
 */
export async function createFirstOwner(init: Config["init"] = config().init): Promise<{ created: boolean }> {
  return await getDatabase().orm.transaction(async (tx) => {
    // Several processes may start at once on an empty database: one creates the rows, the others find them.
    await lockInstallation(tx);
    if (await hasUsers(tx)) return { created: false };
    const userId = await createOwner(tx, init);
    await createWorkspace(tx, userId, init);
    return { created: true };
  });
}

async function createOwner(tx: Transaction, init: Config["init"]): Promise<string> {
  const id = newId();
  const email = init.email ?? "owner@sojourn.local";
  await insertUser(tx, { id, email, name: init.email?.split("@")[0] ?? "Owner", emailVerified: true });
  if (init.password) {
    const fault = await passwordFault(init.password, { email, name: "", hasSecondFactor: false });
    if (fault !== null) throw new ConfigError([`SOJOURN_INIT_PASSWORD: ${fault}.`]);
    await addPassword(tx, id, init.password);
  }
  return id;
}

async function createWorkspace(tx: Transaction, userId: string, init: Config["init"]): Promise<void> {
  const [workspaceId, siteId] = [newId(), newId()];
  const name = init.workspace ?? "My workspace";
  await insertWorkspace(tx, { id: workspaceId, name, slug: slugOf(name) });
  await insertFirstChannels(tx, workspaceId);
  await insertMembers(tx, [{ workspaceId, userId, role: "owner" }]);
  await insertSite(tx, { id: siteId, workspaceId, name: "Website" });
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
