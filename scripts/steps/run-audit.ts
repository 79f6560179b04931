import { connect, isMigrated } from "#db";
import { auditAll } from "#services/audit";
import { auditTable } from "./audit-table.ts";
import { openServer } from "./open-server.ts";

/** Prints the audit; returns the exit code: 0 no findings, 1 findings, 2 no database. */
export async function runAudit(flags: readonly string[]): Promise<number> {
  const server = await openServer();
  if (!server) {
    process.stderr.write("There is no database to audit: set DATABASE_URL, or start Sojourn here first.\n");
    return 2;
  }
  const database = connect(server.url, { max: 1 });
  try {
    if (!(await isMigrated(database))) {
      process.stderr.write("This database belongs to another release: start this release on it first to migrate it.\n");
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
