import { config } from "#config";
import { BackupError, backUpEmbedded } from "#db/embedded";
import { folderAndFlags } from "./folder-and-flags.ts";
import { openServer } from "./open-server.ts";
import { refuse } from "./refuse.ts";
import { size } from "./size.ts";

/** Backs the embedded database up; returns the exit code: 0 done, 1 not done, 2 wrong usage or no embedded database. */
export async function runBackup(given: readonly string[]): Promise<number> {
  const asked = folderAndFlags(given, ["--json"]);
  if (!asked) return refuse("Usage: npm run backup -- FOLDER [--json]", 2);
  const { databaseUrl, dataDir } = config();
  if (databaseUrl)
    return refuse("DATABASE_URL is set. Back that database up with pg_dump or your provider's tools.", 2);
  const server = await openServer();
  if (!server) return refuse(`There is no database in ${dataDir} yet.`, 2);
  try {
    const backup = await backUpEmbedded(dataDir, server.url, asked.folder);
    const told = `Backed up ${size(backup.bytes)} in ${backup.count} files to ${backup.folder}.\n`;
    process.stdout.write(asked.has("--json") ? `${JSON.stringify(backup)}\n` : told);
    return 0;
  } catch (error) {
    if (error instanceof BackupError) return refuse(error.message, 1);
    throw error;
  } finally {
    await server.stop();
  }
}
