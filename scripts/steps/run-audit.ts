import { existsSync } from "node:fs";
import { config } from "#config";
import { connect, isMigrated } from "#db";
import { findEmbedded, startEmbedded } from "#db/embedded";
import { auditAll } from "#services/audit";
import { auditTable } from "./audit-table.ts";

/** Prints what the audit found; answers the exit code: 0 nothing, 1 findings, 2 there is no database to look at. */
export async function runAudit(flags: readonly string[]): Promise<number> {
  const server = await openServer();
  if (!server) {
    process.stderr.write("There is no database to audit: set DATABASE_URL, or start Sojourn here first.\n");
    return 2;
  }
  const database = connect(server.url, { max: 1 });
  try {
    if (!(await isMigrated(database))) {
      process.stderr.write(
        "This database is of another release: start this one on it first, which brings it up to date.\n",
      );
      return 2;
    }
    const audit = await auditAll(database);
    process.stdout.write(flags.includes("--json") ? `${JSON.stringify(audit)}\n` : auditTable(audit));
    return audit.findings.length > 0 ? 1 : 0;
  } finally {
    await database.close();
    await server.stop();
  }
}

/** The given database, the running embedded one, or the embedded one started for the moment. */
async function openServer(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const { databaseUrl, dataDir } = config();
  const url = databaseUrl ?? findEmbedded(dataDir);
  if (url) return { url, stop: async () => {} };
  return existsSync(dataDir) ? startEmbedded(dataDir) : null;
}
