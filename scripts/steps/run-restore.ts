import { config } from "#config";
import { connect } from "#db";
import { BackupError, restoreEmbedded } from "#db/embedded";
import { forgetPlace } from "#store/engine-life";
import { folderAndFlags } from "./folder-and-flags.ts";
import { refuse } from "./refuse.ts";
import { size } from "./size.ts";

/** Puts a backup into the data folder; returns the exit code: 0 done, 1 not done, 2 wrong usage. */
export async function runRestore(given: readonly string[]): Promise<number> {
  const asked = folderAndFlags(given, ["--replace", "--json"]);
  if (!asked) return refuse("Usage: npm run restore -- FOLDER [--replace] [--json]", 2);
  const { databaseUrl, dataDir } = config();
  if (databaseUrl) return refuse("DATABASE_URL is set, so the embedded database is not used. Unset it to restore.", 2);
  try {
    const restored = await restoreEmbedded(asked.folder, dataDir, {
      replace: asked.has("--replace"),
      check: markMoved,
    });
    const lines = [
      `Restored ${size(restored.bytes)} to ${dataDir}, as of ${restored.finishedAt}.`,
      ...restored.kept.map((path) => `What was there is kept in ${path}.`),
      "If SMTP_URL or a provider is set and steps wait, nothing is sent until you answer on the journeys page.",
    ];
    process.stdout.write(asked.has("--json") ? `${JSON.stringify(restored)}\n` : `${lines.join("\n")}\n`);
    return 0;
  } catch (error) {
    if (error instanceof BackupError) return refuse(error.message, 1);
    throw error;
  }
}

/** What was sent since the backup is not known to it, so engines ask before they send (R44). */
async function markMoved(url: string): Promise<void> {
  const database = connect(url, { max: 1 });
  try {
    await forgetPlace(database.sql);
  } finally {
    await database.close();
  }
}
