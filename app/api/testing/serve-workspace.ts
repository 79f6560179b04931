import { closeDatabase, connect, getDatabase, openDatabase } from "#db";
import { createFirstOwner, issueToken } from "#services/accounts";
import { serveApi } from "./serve-api.ts";

export type ServedWorkspace = {
  readonly url: string;
  /** Stands for the owner of the workspace. */
  readonly token: string;
  readonly close: () => Promise<void>;
};

/** A new installation with its first owner and workspace, on a database of its own, and its API on a port of the loopback. */
export async function serveWorkspace(server: {
  readonly url: string;
  readonly template: string;
}): Promise<ServedWorkspace> {
  const url = new URL(server.url);
  url.pathname = "/sojourn_served";
  const admin = connect(server.url, { max: 1 });
  await admin.sql`create database sojourn_served template ${admin.sql(server.template)}`;
  openDatabase(url.href);
  await createFirstOwner();
  const [owner] = await getDatabase().sql<{ id: string }[]>`select id from users`;
  const userId = owner?.id ?? "";
  const { token } = await issueToken({ userId, workspaceId: null });
  // They are signed in elsewhere as well.
  for (const userAgent of ["curl/8.5.0", "Wget/1.21.3", "python-requests/2.32"])
    await issueToken({ userId, workspaceId: null, userAgent, address: "198.51.100.7" });
  const api = await serveApi(getDatabase());
  return {
    url: api.url,
    token,
    close: async () => {
      await api.close();
      await closeDatabase();
      await admin.sql`drop database sojourn_served with (force)`;
      await admin.close();
    },
  };
}
