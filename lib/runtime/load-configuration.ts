import { type Configuration, readSnapshots } from "#store/snapshot";
import type { Connection } from "#store/sql";
import type { Runtime } from "./runtime.ts";

/** Returns a configuration of at least this revision; reads it again only if the revision has been raised (R14). */
export async function loadConfiguration(runtime: Runtime, sql: Connection, revision: number): Promise<Configuration> {
  const current = runtime.configuration.current;
  if (current.revision >= revision) return current;
  const loaded = await readSnapshots(sql, revision, current);
  if (loaded.revision > runtime.configuration.current.revision) runtime.configuration.current = loaded;
  return loaded;
}
