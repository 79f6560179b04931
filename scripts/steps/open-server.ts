import { existsSync } from "node:fs";
import { config } from "#config";
import { findEmbedded, startEmbedded } from "#db/embedded";

/** The given database, the running embedded one, or the embedded one started for the moment; `null` = there is none. */
export async function openServer(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const { databaseUrl, dataDir } = config();
  const url = databaseUrl ?? findEmbedded(dataDir);
  if (url) return { url, stop: async () => {} };
  return existsSync(dataDir) ? startEmbedded(dataDir) : null;
}
