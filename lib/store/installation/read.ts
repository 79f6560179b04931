import type { Connection } from "../sql/connection.ts";

/** The secret that all processes on this database share, unless `SOJOURN_SECRET` is set. */
export async function readInstallationSecret(sql: Connection): Promise<string> {
  const [row] = await sql<{ secret: string }[]>`select secret from installation`;
  if (!row) throw new Error("The database has no installation secret: it was not migrated.");
  return row.secret;
}
